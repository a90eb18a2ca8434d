package org.deskbert.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.app.ImportReport;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Pack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings a pack into the library. */
@Command(
    name = "unpack",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a pack into the library, if it is whole and its signer is trusted.",
      "A signer is trusted once its digits were compared: with --trust, or on a terminal by yes."
    },
    footer = {
      "",
      "Example:",
      "  deskbert faq pack it it.faqpack",
      "  deskbert faq unpack it.faqpack --into desk"
    })
final class UnpackCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Parameters(paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(names = "--into", paramLabel = "NAME", description = "Name of the FAQ.")
  private @Nullable String into;

  @ArgGroup(exclusive = true)
  private ImportCommand.@Nullable Existing existing;

  @Option(names = "--older", description = "Replace also by what is older.")
  private boolean older;

  @Mixin private TrustOption trust = new TrustOption();

  @Override
  public Integer call() throws FaqException, IOException {
    Console console = parent.cli.console;
    try (DeskBert program = parent.cli.open()) {
      Pack pack = trust.read(program, file, console);
      List<String> clashes = program.packs().clashes(pack);
      ImportReport report =
          program.packs().unpack(pack, file, into, ImportCommand.Existing.mode(existing), older);
      tell(clashes, console);
      console.line(ImportCommand.done(report, console));
      return 0;
    }
  }

  /** Notes pictures that stayed as they were. */
  static void tell(List<String> clashes, Console console) {
    clashes.forEach(
        path -> console.note(path + " is another picture here; the one in the pack was left out."));
  }
}
