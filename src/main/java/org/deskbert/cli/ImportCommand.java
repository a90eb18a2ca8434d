package org.deskbert.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings a file into the library. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports a FAQ file, or what another program exported (zip, folder).",
    footer = {
      "",
      "Example:",
      "  deskbert faq export it.xlsx -f it",
      "  deskbert faq import it.xlsx --into desk",
      "  deskbert faq import it.xlsx --into desk --merge"
    })
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN_PROBLEMS = 2;

  /** What to do with a FAQ that is already there. */
  static final class Existing {
    @Option(names = "--replace", description = "Take the place of all entries.")
    private boolean replace;

    @Option(
        names = "--merge",
        description = "Take what changed since the file was last imported; keep own edits.")
    private boolean merge;

    static ImportMode mode(@Nullable Existing existing) {
      if (existing == null) {
        return ImportMode.NEW;
      }
      return existing.replace
          ? ImportMode.REPLACE
          : existing.merge ? ImportMode.MERGE : ImportMode.NEW;
    }
  }

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Parameters(paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(names = "--into", paramLabel = "NAME", description = "Name of the FAQ.")
  private @Nullable String into;

  @ArgGroup(exclusive = true)
  private @Nullable Existing existing;

  @Option(names = "--skip-bad", description = "Leave out bad rows and say which.")
  private boolean skipBad;

  @Override
  public Integer call() throws FaqException {
    Console console = parent.cli.console;
    try (DeskBert program = parent.cli.open()) {
      ImportReport report =
          program.imports().file(file, into, Existing.mode(existing), skipBad, console.progress());
      for (Problem note : report.notes()) {
        console.note(note.sentence());
      }
      console.line(done(report, console));
      tellLost(program, report.name(), console);
      return 0;
    } catch (FaqException e) {
      List<Problem> all = e.problems();
      if (all.size() < 2) {
        throw e;
      }
      int shown = Math.min(SHOWN_PROBLEMS, all.size());
      all.subList(0, shown).forEach(p -> console.note("deskbert: " + p.sentence()));
      if (all.size() > shown) {
        int more = all.size() - shown;
        console.note("deskbert: … and " + more + " more; all: deskbert faq check -f " + file);
      }
      return Cli.FAILED;
    }
  }

  /** Asks each entry its own questions and tells those that don't find it. */
  private static void tellLost(DeskBert program, String faq, Console console) {
    try {
      List<OwnQuestion> lost = program.ownerDesk().askOwn(faq, console.progress());
      lost.stream()
          .limit(SHOWN_PROBLEMS)
          .forEach(each ->
              console.note("\"" + each.question() + "\" does not find " + each.entry().id() + "."));
      console.note(
          lost.isEmpty()
              ? "Every entry finds itself when it is asked its own questions."
              : lost.size()
                  + " "
                  + FaqCommand.noun(lost.size(), "question does", "questions do")
                  + " not find the entry they stand in; more: deskbert faq check -f "
                  + faq);
    } catch (FaqException e) {
      console.note(String.valueOf(e.getMessage())); // the import itself is done
    } catch (OutOfMemoryError e) {
      console.note("There is too little memory to ask each entry its own questions.");
    }
  }

  /** One line on what an import did; conflicts are noted before it. */
  static String done(ImportReport report, Console console) {
    report
        .conflicts()
        .forEach(conflict -> console.note(conflict.sentence() + " The FAQ's own was kept."));
    return report.name()
        + " has "
        + report.entries()
        + " "
        + FaqCommand.noun(report.entries(), "entry", "entries")
        + ": "
        + report.added()
        + " added, "
        + report.changed()
        + " changed"
        + (report.removed() > 0 ? ", " + report.removed() + " removed." : ".");
  }
}
