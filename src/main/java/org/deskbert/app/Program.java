package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.deskbert.chat.Phrases;
import org.deskbert.faq.FaqException;
import org.deskbert.intent.BuiltIn;

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

  /** The letters and icons of the window and of a PDF. */
  public static Path fonts() {
    return home().resolve("assets/fonts");
  }

  /** The built-in intents, their replies and the out-of-scope texts. */
  public static Path intents() {
    return home().resolve("assets/intents");
  }

  /** What the intent head is trained with beside the user's examples. */
  public static BuiltIn builtInIntents() throws FaqException {
    try {
      return BuiltIn.load(intents());
    } catch (IOException e) {
      throw new FaqException(
          "The built-in intents in " + intents() + " can't be read; install DeskBERT again.", e);
    }
  }

  /**
   * What the program says by itself in the window's language.
   *
   * @param language a language tag, empty for the one that the system has
   */
  static Phrases phrases(String language) {
    Locale spoken =
        language.isEmpty()
            ? Locale.getDefault(Locale.Category.DISPLAY)
            : Locale.forLanguageTag(language);
    try {
      return new Phrases(BuiltIn.replies(intents(), spoken));
    } catch (IOException e) {
      return Phrases.ENGLISH; // an answer in English is better than none
    }
  }

  /** Version of the program, as built. */
  public static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
