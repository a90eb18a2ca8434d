package org.deskbert.cli;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.deskbert.app.DeskBert;
import org.deskbert.app.FaqSummary;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFormat;
import org.deskbert.faq.FaqWriter;
import org.deskbert.faq.Finding;
import org.deskbert.faq.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The library of FAQs. */
@Command(
    name = "faq",
    mixinStandardHelpOptions = true,
    description = "Lists, makes, imports, exports and checks the FAQs of the library.",
    subcommands = {
      SynonymsCommand.class,
      IntentsCommand.class,
      ImportCommand.class,
      HistoryCommand.class,
      RestoreCommand.class,
      PackCommand.class,
      UnpackCommand.class,
      MergeCommand.class,
      ReportCommand.class
    },
    footer = {"", "Example: deskbert faq list"})
final class FaqCommand extends Group {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  Cli cli;

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
                "%s %-20s %6d %-7s %7d %s",
                faq.active() ? "*" : " ",
                faq.name(),
                faq.entries(),
                noun(faq.entries(), "entry", "entries"),
                faq.phrasings(),
                noun(faq.phrasings(), "phrasing", "phrasings")));
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
      cli.console.line(whoAnswers(program));
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives a FAQ another name.",
      footer = {"", "Example: deskbert faq rename shop store"})
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
      footer = {"", "Example: deskbert faq remove shop"})
  int remove(@Parameters(paramLabel = "NAME") String name) throws FaqException {
    try (DeskBert program = cli.open()) {
      program.library().remove(name);
      cli.console.line("Removed " + name + ". " + whoAnswers(program));
      return 0;
    }
  }

  private static String whoAnswers(DeskBert program) throws FaqException {
    List<String> active = program.library().active();
    return active.isEmpty()
        ? "No FAQ answers now; choose one: deskbert faq use NAME"
        : "Answers come from " + String.join(", ", active) + ".";
  }

  static String noun(int count, String one, String many) {
    return count == 1 ? one : many;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Exports a FAQ; the format follows from the file's name unless given.",
      footer = {"", "Example: deskbert faq export it.xlsx -f it"})
  int export(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "-f", paramLabel = "FAQ", description = "Which FAQ.") @Nullable String faq,
      @Option(names = "--format", description = "csv, xlsx, md, json, html or qnamaker.")
          @Nullable FaqFormat format,
      @Mixin ReleaseOption release)
      throws FaqException, IOException, Failure {
    try (DeskBert program = cli.open()) {
      Faq exported = one(program, faq, "export");
      FaqFormat chosen = format == null ? FaqFormat.of(file) : format;
      release.check(cli, program, faq == null ? exported.name() : faq);
      FaqWriter.write(exported, file, chosen);
      int entries = exported.entries().size();
      cli.console.line(
          "Wrote " + entries + " " + noun(entries, "entry", "entries") + " to " + file + ".");
      return 0;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Checks form and meaning of a FAQ; exit code 1 if there are errors.",
      footer = {"", "Example: deskbert faq check -f it --json"})
  int check(
      @Option(names = "-f", paramLabel = "FAQ", description = "Which FAQ.") @Nullable String faq,
      @Option(names = "--json", description = "A JSON list of findings.") boolean json)
      throws FaqException, BundleException {
    try (DeskBert program = cli.open()) {
      String checked = faq == null ? one(program, null, "check").name() : faq;
      List<Problem> problems =
          program.ownerDesk().check(checked, cli.model, cli.console.progress()).findings().stream()
              .map(Finding::problem)
              .toList();
      if (json) {
        JsonArray list = new JsonArray();
        problems.forEach(problem -> list.add(Json.finding(problem)));
        cli.console.line(Json.GSON.toJson(list));
      } else {
        problems.forEach(p ->
            cli.console.line(p.severity().name().toLowerCase(Locale.ROOT) + " " + p.sentence()));
        cli.console.note(
            problems.isEmpty()
                ? "No findings."
                : problems.size() + " " + noun(problems.size(), "finding", "findings") + ".");
      }
      boolean bad = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
      return bad ? Cli.FAILED : 0;
    }
  }

  private Faq one(DeskBert program, @Nullable String name, String command) throws FaqException {
    return program.faq(name(program, name, spec.commandLine().getSubcommands().get(command)));
  }

  /** The FAQ that is named, or else the one that is active. */
  static String name(DeskBert program, @Nullable String name, @Nullable CommandLine command)
      throws FaqException {
    if (name != null) {
      return name;
    }
    List<String> active = program.library().active();
    if (active.size() != 1) {
      throw new ParameterException(
          Objects.requireNonNull(command),
          active.isEmpty()
              ? "Name a FAQ with -f; none is active."
              : "Name one FAQ with -f; active are: " + String.join(", ", active) + ".");
    }
    return active.getFirst();
  }
}
