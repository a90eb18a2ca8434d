package org.deskbert.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Usage;
import org.deskbert.faq.FaqException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What was asked in the last days, as a page for the FAQ's owner. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what was asked in the last days: most answered, without an answer, what did not"
          + " help, how fast.",
      "The questions are those that the window keeps for the owner, without addresses and numbers."
    },
    footer = {"", "Example: deskbert faq report week.html"})
final class ReportCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Parameters(paramLabel = "FILE.html", description = "The page.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "How many days up to today, 7 unless told.")
  private int days;

  @Override
  public Integer call() throws FaqException, Failure {
    if (days < 1 || days > 366) {
      throw new Failure("--days is a number from 1 to 366.");
    }
    try (DeskBert program = parent.cli.open()) {
      Usage usage = program.ownerDesk().usage(days);
      ResultFile.write(file, out -> out.write(usage.page().getBytes(StandardCharsets.UTF_8)));
      parent.cli.console.note(file + " tells of " + usage.questions() + " questions.");
      return 0;
    }
  }
}
