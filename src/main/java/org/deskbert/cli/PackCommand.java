package org.deskbert.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Packs a FAQ to give it away. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "Packs a FAQ with its synonyms, intents, tests and pictures into one signed file.",
      "The key is made on first use and stays in the data folder; its fingerprint is for those who"
          + " get the pack."
    },
    footer = {"", "Example: deskbert faq pack it it.faqpack"})
final class PackCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of a FAQ in the library.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Parameters(index = "1", paramLabel = "FILE", description = "For example it.faqpack.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--vectors",
      description = "With the model's vectors, so that it answers at once where it is unpacked.")
  private boolean vectors;

  @Mixin private ReleaseOption release = new ReleaseOption();

  @Override
  public Integer call() throws FaqException, BundleException, IOException, Failure {
    Console console = parent.cli.console;
    try (DeskBert program = parent.cli.open()) {
      release.check(parent.cli, program, name);
      Pack pack = program.packs().pack(name, file, vectors, console.progress());
      int entries = pack.shared().faq().entries().size();
      String noun = FaqCommand.noun(entries, "entry", "entries");
      console.line("Packed " + entries + " " + noun + " of " + name + " into " + file + ".");
      console.line("Signed by " + pack.signer());
      return 0;
    }
  }
}
