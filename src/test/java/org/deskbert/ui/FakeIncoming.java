package org.deskbert.ui;

import java.util.List;
import java.util.Map;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Problem;
import org.deskbert.faq.Sentence;
import org.jspecify.annotations.Nullable;

/** What came in for tests of the window; notes in {@code taken} that it was taken. */
record FakeIncoming(String name, @Nullable Sender sender, Merge merge, List<String> taken)
    implements Incoming {
  static final List<Problem> BAD_ROWS =
      List.of(
          new Problem(
              Problem.Severity.ERROR,
              "no-answer",
              "fd-2",
              "front-desk.csv",
              3,
              3,
              Sentence.of("no-answer", "May I bring a dog?"),
              Sentence.of("no-answer.todo")));

  @Override
  public Merge preview(Map<String, Side> choices) {
    return merge;
  }

  @Override
  public ImportReport take(Map<String, Side> choices) {
    taken.add(name + " TAKE " + choices);
    return new ImportReport(name, 2, merge.changes(), merge.conflicts(), List.of());
  }
}
