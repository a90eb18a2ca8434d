package org.deskbert.cli;

import java.nio.file.Path;
import org.deskbert.app.DataFolder;
import org.deskbert.app.Encryption;
import org.deskbert.app.FirstWindow;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Encrypts the data folder, changes its passphrase, or takes the encryption away. */
@Command(
    name = "encryption",
    mixinStandardHelpOptions = true,
    description = {
      "Encrypts the library, its backups, the conversations and the questions that were kept.",
      "Who has lost the passphrase has lost the data: there is no other way in."
    },
    footer = {"", "Example: deskbert encryption on --new-passphrase-file secret.txt"})
final class EncryptionCommand extends Group {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Command(
      name = "on",
      mixinStandardHelpOptions = true,
      description = "Encrypts the data; from then on every start asks for the passphrase.",
      footer = {"", "Example: deskbert encryption on --new-passphrase-file secret.txt"})
  int on(
      @Option(
              names = "--new-passphrase-file",
              paramLabel = "FILE",
              description = "Holds the new passphrase; without it the terminal asks for it.")
          @Nullable Path file)
      throws FaqException, Failure {
    Encryption encryption = new Encryption(closed());
    if (!encryption.isOn()) {
      encryption.turnOn(Passphrase.fresh(file));
    } else { // perhaps half done
      encryption.unlock(Passphrase.current(cli.passphraseFile, encryption));
    }
    encryption.finish();
    cli.console.note(
        "The data is encrypted. Keep the passphrase where you find it: without it, or without "
            + encryption.file()
            + ", nobody can read the data again.");
    return 0;
  }

  @Command(
      name = "change",
      mixinStandardHelpOptions = true,
      description = "Changes the passphrase; backups open with the new one, too.",
      footer = {
        "",
        "Example:",
        "  deskbert encryption change --passphrase-file secret.txt --new-passphrase-file new.txt"
      })
  int change(
      @Option(
              names = "--new-passphrase-file",
              paramLabel = "FILE",
              description = "Holds the new passphrase; without it the terminal asks for it.")
          @Nullable Path file)
      throws FaqException {
    Encryption encryption = encrypted(DataFolder.open(cli.data));
    encryption.change(Passphrase.current(cli.passphraseFile, encryption), Passphrase.fresh(file));
    cli.console.note("The passphrase is changed.");
    return 0;
  }

  @Command(
      name = "off",
      mixinStandardHelpOptions = true,
      description = "Writes the data in the clear again.",
      footer = {"", "Example: deskbert encryption off --passphrase-file secret.txt"})
  int off() throws FaqException, Failure {
    Encryption encryption = encrypted(closed());
    encryption.turnOff(Passphrase.current(cli.passphraseFile, encryption));
    encryption.finish();
    cli.console.note("The data is no longer encrypted.");
    return 0;
  }

  private DataFolder closed() throws FaqException, Failure {
    DataFolder folder = DataFolder.open(cli.data);
    if (FirstWindow.isOpen(folder)) {
      throw new Failure("DeskBERT's window is open; close it, or do this in Settings, Data.");
    }
    return folder;
  }

  private static Encryption encrypted(DataFolder folder) throws FaqException {
    Encryption encryption = new Encryption(folder);
    if (!encryption.isOn()) {
      throw new FaqException("The data in " + folder.path() + " is not encrypted.");
    }
    return encryption;
  }
}
