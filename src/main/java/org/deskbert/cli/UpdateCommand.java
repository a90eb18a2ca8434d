package org.deskbert.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deskbert.app.Update;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Updates the program from a signed file, and goes back. */
@Command(
    name = "update",
    mixinStandardHelpOptions = true,
    description = {
      "Installs the newer version in a portable archive, if its signature FILE.sig is good and its"
          + " signer trusted. The version that was there is kept.",
      "For a program that install-for-me.sh has put into the user's home; .deb, .rpm, .msi and .dmg"
          + " are updated by a newer one."
    },
    footer = {
      "",
      "Example:",
      "  deskbert update deskbert-0.2.0-linux-x86_64.tar.gz",
      "  deskbert update --rollback"
    })
final class UpdateCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  /** What to do; one of them. */
  static final class What {
    @Parameters(paramLabel = "FILE", description = "The archive; FILE.sig lies beside it.")
    @Nullable Path file;

    @Option(names = "--rollback", description = "Go back to the version before the last update.")
    boolean rollback;

    @Option(
        names = "--sign",
        paramLabel = "FILE",
        description = "Sign an archive that you have built, with the key that signs your packs.")
    @Nullable Path sign;
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private What what;

  @Option(
      names = "--trust",
      paramLabel = "FINGERPRINT",
      description = "Trust this signer, as who made the archive has read it out, from now on.")
  private @Nullable String trust;

  @Override
  public Integer call() throws FaqException {
    Update update = new Update(cli.folder());
    if (what.sign != null) {
      cli.console.line("Signed by " + update.sign(what.sign));
    } else if (what.file != null) {
      cli.console.line(update.install(what.file, trust));
    } else {
      cli.console.line(update.rollback());
    }
    return 0;
  }
}
