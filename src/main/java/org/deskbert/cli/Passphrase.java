package org.deskbert.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskbert.app.Encryption;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Passphrases, from a file or from the terminal: words of a command line and variables can be seen
 * by others.
 */
final class Passphrase {
  private Passphrase() {}

  /** The one that a data folder has. */
  static String current(@Nullable Path file, Encryption encryption) throws FaqException {
    if (file != null) {
      return read(file);
    }
    return ask(
        "Passphrase: ",
        encryption.file().getParent()
            + " is encrypted; name a file that holds its passphrase with --passphrase-file.");
  }

  /** One that a data folder is to have; typed twice, as nobody sees it. */
  static String fresh(@Nullable Path file) throws FaqException {
    if (file != null) {
      return read(file);
    }
    String without = "Name a file that holds the new passphrase with --new-passphrase-file.";
    String first = ask("New passphrase: ", without);
    if (!first.equals(ask("The same again: ", without))) {
      throw new FaqException("The two are not the same; nothing was changed.");
    }
    return first;
  }

  private static String read(Path file) throws FaqException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new FaqException(
          "The passphrase in " + file + " can't be read (" + WholeFile.reason(e) + ").", e);
    }
  }

  @SuppressWarnings("SystemConsoleNull") // still null where a restricted provider is installed
  private static String ask(String prompt, String without) throws FaqException {
    Console console = System.console();
    char[] typed =
        console != null && console.isTerminal() ? console.readPassword("%s", prompt) : null;
    if (typed == null) {
      throw new FaqException(without);
    }
    return new String(typed);
  }
}
