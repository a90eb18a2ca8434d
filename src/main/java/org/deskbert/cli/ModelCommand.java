package org.deskbert.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.deskbert.app.DeskBert;
import org.deskbert.app.ModelInfo;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.ImportChoices;
import org.deskbert.encoder.Pooling;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The model bundles. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list | check | add | use | remove",
    description = "Lists, checks, adds, chooses and removes model bundles.",
    footer = {"", "Example: deskbert model check deskbert-small"})
final class ModelCommand extends Group {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the bundles; * marks the one in use.",
      footer = {"", "Example: deskbert model list"})
  int list() throws FaqException {
    try (DeskBert program = cli.open()) {
      for (ModelInfo model : program.models().list()) {
        cli.console.line(
            String.format(
                Locale.ROOT,
                "%s %-24s %6.1f MB  %s  %s",
                model.active() ? "*" : " ",
                model.name(),
                model.bytes() / 1e6,
                model.problem().isEmpty() ? "verified " + model.hash() : "not usable",
                model.problem().isEmpty() ? model.description() : model.problem()));
      }
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Verifies a bundle's hashes and loads it once.",
      footer = {"", "Example: deskbert model check deskbert-small"})
  int check(@Parameters(paramLabel = "NAME") String name) throws FaqException, BundleException {
    try (DeskBert program = cli.open()) {
      ModelInfo model = program.models().check(name);
      cli.console.line(model.name() + " is good: " + model.description());
      cli.console.line("hash " + model.hash());
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Verifies a model, tries it out and copies it to your own.",
        "PATH is the folder of a bundle (bundle.json and the files that it lists), or a sentence"
            + " encoder as others publish it: a BERT such as MiniLM, bge, e5 or gte as .onnx file,"
            + " or the folder that holds it, with tokenizer.json or vocab.txt beside it. The"
            + " options are for the latter; without them its own files say it."
      },
      footer = {"", "Example: deskbert model add my-encoder"})
  int add(
      @Parameters(paramLabel = "PATH") Path path,
      @Option(names = "--name", paramLabel = "NAME", description = "What to call it.")
          @Nullable String name,
      @Option(
              names = "--pooling",
              paramLabel = "cls|mean",
              description = "Whether the first token or the mean of all stands for a text.")
          @Nullable Pooling pooling,
      @Option(
              names = "--prefix",
              paramLabel = "TEXT",
              description = "What goes before each text, such as \"query: \".")
          @Nullable String prefix,
      @Option(
              names = "--max-tokens",
              paramLabel = "N",
              description = "The longest text, in tokens; longer ones are cut.")
          @Nullable Integer maxTokens)
      throws FaqException, BundleException {
    try (DeskBert program = cli.open()) {
      ImportChoices choices = new ImportChoices(name, pooling, prefix, maxTokens);
      String added = program.models().add(path, choices).name();
      cli.console.line("Added " + added + "; to answer with it: deskbert model use " + added);
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Chooses the bundle that answers.",
      footer = {"", "Example: deskbert model use deskbert-small"})
  int use(@Parameters(paramLabel = "NAME") String name) throws FaqException, BundleException {
    try (DeskBert program = cli.open()) {
      program.models().use(name);
      cli.console.line(name + " answers from now on.");
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Removes one of your own bundles.",
      footer = {"", "Example: deskbert model remove my-encoder"})
  int remove(@Parameters(paramLabel = "NAME") String name) throws FaqException, BundleException {
    try (DeskBert program = cli.open()) {
      String before = program.models().inUse();
      program.models().remove(name);
      String now = program.models().inUse();
      cli.console.line(
          "Removed "
              + name
              + "."
              + (now.equals(before) ? "" : " " + now + " answers from now on."));
      return 0;
    }
  }
}
