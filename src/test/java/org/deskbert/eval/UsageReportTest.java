package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.chat.Conversation.Key;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.eval.UsageReport.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageReportTest {
  private static final Key VPN = new Key("it", "vpn");
  private static final Period WEEK = new Period(LocalDate.of(2026, 3, 2), 7, ZoneOffset.UTC);
  private final List<LoggedQuestion> asked = new ArrayList<>();

  @Test
  void tellsWhatWasDeflectedWhatWasMissingAndWhatDidNotHelp() {
    ask("vpn drops", "answered", VPN, null, Feedback.NONE);
    ask("vpn gone", "answered", VPN, null, Feedback.WRONG);
    ask("remote work", "did_you_mean", null, VPN, Feedback.NONE);
    ask("something odd", "did_you_mean", null, null, Feedback.NONE);
    ask("canteen menu", "unknown", null, null, Feedback.NONE);
    ask("canteen menu", "unknown", null, null, Feedback.NONE);
    String page = page();
    assertTrue(page.contains(row("Questions", "6", "(0)")), page);
    assertTrue(page.contains(row("Deflected", "2, 33.3 %", "(0)")), page);
    assertTrue(page.contains(row("canteen menu", "2")), page);
    assertTrue(page.contains(row("something odd", "1")), page);
    assertTrue(page.contains(row("VPN trouble", "2")), page);
    assertTrue(page.contains(row("VPN trouble", "1")), page);
    assertTrue(page.contains(row("2026-03-08", "0", "0 deflected")), page);
  }

  @Test
  void aQuestionIsTextWhateverIsInIt() {
    ask("<script>alert(1)</script>", "unknown", null, null, Feedback.NONE);
    assertFalse(page().contains("<script>"));
  }

  @Test
  void aWeekWithoutQuestionsIsAPageToo() {
    assertTrue(page().contains("None."));
  }

  private String page() {
    return UsageReport.html(WEEK, asked, List.of(), _ -> "VPN trouble");
  }

  private static String row(String name, String... cells) {
    StringBuilder row = new StringBuilder("<tr>\n<th scope=\"row\">" + name + "</th>");
    for (String cell : cells) {
      row.append("\n<td class=\"number\">").append(cell).append("</td>");
    }
    return row + "</tr>";
  }

  private void ask(
      String question, String outcome, @Nullable Key entry, @Nullable Key chosen, Feedback said) {
    asked.add(
        new LoggedQuestion(
            "q" + asked.size(),
            "m" + asked.size(),
            Instant.parse("2026-03-03T10:00:00Z"),
            question,
            List.of("it"),
            outcome,
            entry,
            List.of(),
            chosen,
            0.9,
            "model",
            3000,
            said,
            false,
            LoggedQuestion.State.OPEN));
  }
}
