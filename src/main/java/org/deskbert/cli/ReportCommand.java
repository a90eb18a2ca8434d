package org.deskbert.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.chat.history.QuestionLog;
import org.deskbert.eval.UsageReport;
import org.deskbert.eval.UsageReport.Period;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqInfo;
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
    ZoneId zone = ZoneId.systemDefault();
    Period period = new Period(LocalDate.now(zone).minusDays(days - 1L), days, zone);
    try (DeskBert program = parent.cli.open()) {
      Map<Conversation.Key, String> titles = titles(program);
      QuestionLog log = program.chats().questions();
      List<LoggedQuestion> now = log.between(period.start(), period.end());
      List<LoggedQuestion> before = log.between(period.before().start(), period.start());
      String html =
          UsageReport.html(period, now, before, key -> titles.getOrDefault(key, key.id()));
      ResultFile.write(file, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
      parent.cli.console.note(file + " tells of " + now.size() + " questions.");
      return 0;
    }
  }

  private static Map<Conversation.Key, String> titles(DeskBert program) throws FaqException {
    Map<Conversation.Key, String> titles = new HashMap<>();
    for (FaqInfo info : program.library().list()) {
      Faq faq = program.library().load(info.name());
      for (Entry entry : faq.entries()) {
        titles.put(new Conversation.Key(info.name(), entry.id()), entry.question());
      }
    }
    return titles;
  }
}
