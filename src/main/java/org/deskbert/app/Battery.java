package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether this machine runs from its battery, where the system says so in files, as Linux does. */
public final class Battery {
  private static final Path SUPPLIES = Path.of("/sys/class/power_supply");

  private final Path supplies;

  Battery(Path supplies) {
    this.supplies = supplies;
  }

  /** That of this machine. */
  public static Battery ofMachine() {
    return new Battery(SUPPLIES);
  }

  /** Whether there is a battery of which the system tells. */
  public boolean isThere() {
    return any("type", "Battery");
  }

  /** Whether the machine runs from it now. */
  boolean isUsed() {
    return any("status", "Discharging");
  }

  private boolean any(String file, String value) {
    if (!Files.isDirectory(supplies)) {
      return false;
    }
    try (Stream<Path> all = Files.list(supplies)) {
      return all.anyMatch(supply -> says(supply.resolve(file), value));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean says(Path file, String value) {
    try {
      return Files.exists(file) && Files.readString(file).strip().equals(value);
    } catch (IOException e) {
      return false;
    }
  }
}
