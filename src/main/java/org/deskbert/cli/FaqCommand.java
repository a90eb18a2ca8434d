package org.deskbert.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deskbert.app.DeskBert;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The library of FAQs. */
@Command(
    name = "faq",
    mixinStandardHelpOptions = true,
    description = "Lists, makes, imports, exports and checks the FAQs of the library.",
    footer = {"", "Example: deskbert faq import questions.xlsx --into desk"})
final class FaqCommand extends Group {
  private static final int SHOWN_PROBLEMS = 2;

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the FAQs; * marks those that answer.",
      footer = {"", "Example: deskbert faq list"})
  int list() throws FaqException {
    try (DeskBert program = cli.open()) {
      for (FaqSummary faq : program.faqs()) {
        cli.console.line(
            String.format(
                Locale.ROOT,
                "%s %-20s %6d entries %7d phrasings",
                faq.active() ? "*" : " ",
                faq.name(),
                faq.entries(),
                faq.phrasings()));
      }
      return 0;
    }
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = "Makes an empty FAQ.",
      footer = {"", "Example: deskbert faq new desk"})
  int create(@Parameters(paramLabel = "NAME") String name) throws FaqException {
    try (DeskBert program = cli.open()) {
      program.library().create(name);
      cli.console.line("Made " + name + ".");
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Sets which FAQs answer.",
      footer = {"", "Example: deskbert faq use it hr"})
  int use(@Parameters(paramLabel = "NAME", arity = "1..*") List<String> names) throws FaqException {
    try (DeskBert program = cli.open()) {
      program.useFaqs(names);
      cli.console.line("Answers come from " + String.join(", ", names) + ".");
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives a FAQ another name.",
      footer = {"", "Example: deskbert faq rename desk helpdesk"})
  int rename(
      @Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "NEW") String fresh)
      throws FaqException {
    try (DeskBert program = cli.open()) {
      program.library().rename(name, fresh);
      cli.console.line("Renamed " + name + " to " + fresh + ".");
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Removes a FAQ.",
      footer = {"", "Example: deskbert faq remove desk"})
  int remove(@Parameters(paramLabel = "NAME") String name) throws FaqException {
    try (DeskBert program = cli.open()) {
      program.library().remove(name);
      cli.console.line("Removed " + name + ".");
      return 0;
    }
  }

  /** What to do with a FAQ that is already there. */
  static final class Existing {
    @Option(names = "--replace", description = "Take the place of all entries.")
    private boolean replace;

    @Option(names = "--merge", description = "Add entries, replace those with the same id.")
    private boolean merge;

    private ImportMode mode() {
      return replace ? ImportMode.REPLACE : merge ? ImportMode.MERGE : ImportMode.NEW;
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Imports a CSV, TSV, XLSX, Markdown or JSON file.",
      footer = {"", "Example: deskbert faq import questions.xlsx --into desk"})
  int importFile(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--into", paramLabel = "NAME", description = "Name of the FAQ.")
          @Nullable String into,
      @ArgGroup(exclusive = true) @Nullable Existing existing,
      @Option(names = "--skip-bad", description = "Leave out bad rows and say which.")
          boolean skipBad)
      throws FaqException {
    ImportMode mode = existing == null ? ImportMode.NEW : existing.mode();
    try (DeskBert program = cli.open()) {
      ImportReport report = program.importFile(file, into, mode, skipBad, cli.console.progress());
      for (Problem note : report.notes()) {
        cli.console.note(note.sentence());
      }
      cli.console.line(
          report.name()
              + " has "
              + report.entries()
              + " entries: "
              + report.added()
              + " added, "
              + report.changed()
              + " changed.");
      return 0;
    } catch (FaqException e) {
      List<Problem> rest = e.problems();
      for (Problem problem :
          rest.subList(Math.min(1, rest.size()), Math.min(SHOWN_PROBLEMS, rest.size()))) {
        cli.console.note("deskbert: " + problem.sentence());
      }
      throw e;
    }
  }
}
