package org.deskbert.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.deskbert.chat.Change;
import org.deskbert.chat.Reply;
import org.deskbert.faq.Entry;
import org.deskbert.search.Candidate;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Timings;

/** A few entries and replies for tests of the window. */
public class Replies {
  public static final Entry VPN =
      entry(
          "it-40",
          "My VPN keeps disconnecting. What can I do?",
          """
          Restart the VPN client:

          1. Quit it from the tray and **wait ten seconds**.
          2. Start it again and choose the gateway `vpn-2`.
          3. Sign in with your authenticator app.

          Still dropping? Ring extension 4444.\
          """,
          "Network");
  public static final Entry PRINTER =
      entry("it-60", "How do I add a printer?", "Open **Settings > Printers**.", "Printing");
  public static final Entry PASSWORD =
      entry(
          "it-1",
          "I have forgotten my password. How do I reset it?",
          "Use the portal.",
          "Accounts");

  public static Entry entry(String id, String question, String answer, String category) {
    return new Entry(id, List.of(question), answer, category, List.of(), null, null);
  }

  public static Reply answered(Entry entry) {
    return new Reply.Answered(
        entry, "it", explanation("my vpn drops", 0.97, entry, PRINTER), timings());
  }

  public static Timings timings() {
    EnumMap<Stage, Long> nanos = new EnumMap<>(Stage.class);
    nanos.put(Stage.TOKENIZE, 80_000L);
    nanos.put(Stage.ENCODE, 3_100_000L);
    nanos.put(Stage.SEARCH, 900_000L);
    return new Timings(nanos, 4_080_000L);
  }

  public static Reply.Explanation explanation(
      String question, double confidence, Entry... entries) {
    List<Reply.Scored> candidates = new ArrayList<>();
    double share = confidence;
    for (Entry entry : entries) {
      candidates.add(
          new Reply.Scored(
              new Candidate("it", entry, entry.question(), false, 0.62, 0.91, share), share));
      share /= 4;
    }
    return new Reply.Explanation(
        question,
        candidates,
        confidence,
        0.6,
        0.3,
        "faq",
        0.98,
        Reply.Mode.MODEL,
        false,
        "m",
        "f",
        List.of(),
        List.of(new Change.LessTolerance(2)));
  }
}
