package org.deskbert.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.chat.history.QuestionLog;
import org.deskbert.eval.UsageReport;
import org.deskbert.eval.UsageReport.Period;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Library;

/**
 * What was asked in the last days.
 *
 * @param page for a browser, needs nothing but itself
 * @param questions how many it tells of
 */
public record Usage(String page, int questions) {
  /** The report of so many days up to today. */
  static Usage of(Library library, QuestionLog log, int days) throws FaqException {
    ZoneId zone = ZoneId.systemDefault();
    Period period = new Period(LocalDate.now(zone).minusDays(days - 1L), days, zone);
    Map<Conversation.Key, String> titles = new HashMap<>();
    for (FaqInfo info : library.list()) {
      for (Entry entry : library.load(info.name()).entries()) {
        titles.put(new Conversation.Key(info.name(), entry.id()), entry.question());
      }
    }
    List<LoggedQuestion> now = log.between(period.start(), period.end());
    List<LoggedQuestion> before = log.between(period.before().start(), period.start());
    return new Usage(
        UsageReport.html(period, now, before, key -> titles.getOrDefault(key, key.id())),
        now.size());
  }
}
