package org.deskbert.app;

import java.nio.file.Path;

/** Where the program's own files lie: the folder that holds {@code assets} and {@code models}. */
public final class Program {
  private Program() {}

  /**
   * The program's folder: as the launcher says, else the working directory (tests, development).
   */
  public static Path home() {
    return Path.of(System.getProperty("deskbert.home", "")).toAbsolutePath().normalize();
  }

  /** The shipped model bundles. */
  public static Path models() {
    return home().resolve("models");
  }

  /** The sample FAQs. */
  public static Path samples() {
    return home().resolve("assets/faqs");
  }

  /** The built-in intents, their replies and the out-of-scope texts. */
  public static Path intents() {
    return home().resolve("assets/intents");
  }

  /** Version of the program, as built. */
  public static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
