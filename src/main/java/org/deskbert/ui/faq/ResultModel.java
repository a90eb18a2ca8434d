package org.deskbert.ui.faq;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Tasks;
import org.deskbert.faq.FaqException;
import org.deskbert.trace.Progress;
import org.deskbert.ui.faq.ImportState.Answers;
import org.deskbert.ui.faq.ImportState.Done;
import org.deskbert.ui.kit.Desk;

/** What an import did: each entry is asked its own questions, and the FAQ may answer. */
public final class ResultModel {
  private final Desk desk;
  private final Tasks tasks;
  private final ObjectProperty<ImportState> state;
  private final Predicate<ImportReport> done;
  private final Consumer<String> use;
  private AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Changes {@code state}.
   *
   * @param done hears of each import; whether it answers now in the place of the samples
   * @param use lets the FAQ of that name answer
   */
  ResultModel(
      Desk desk,
      Tasks tasks,
      ObjectProperty<ImportState> state,
      Predicate<ImportReport> done,
      Consumer<String> use) {
    this.use = use;
    this.desk = desk;
    this.tasks = tasks;
    this.state = state;
    this.done = done;
  }

  /** What was imported, and whether it answers; not on the window's thread. */
  Done of(ImportReport report) throws FaqException {
    boolean active =
        desk.faqs().stream().anyMatch(faq -> faq.active() && faq.name().equals(report.name()));
    return new Done(report, active ? Answers.WITH_OTHERS : Answers.NOT_YET, 0, null, "");
  }

  /** Asks each entry its own questions while the report is read. */
  void show(Done first) {
    AtomicBoolean stop = new AtomicBoolean();
    stopped = stop;
    state.set(done.test(first.report()) ? first.answering(Answers.FIRST) : first);
    Progress progress = progress(tasks, stop, share -> update(stop, now -> now.asked(share)));
    tasks.run(
        () -> desk.ownQuestions(first.report().name(), progress),
        lost -> update(stop, now -> now.asked(lost)),
        failure -> update(stop, now -> now.failed(ImportModel.sentence(failure))));
  }

  /** Lets the imported FAQ answer. */
  public void activate() {
    if (state.get() instanceof Done now && now.answers() == Answers.NOT_YET) {
      state.set(now.answering(Answers.WITH_OTHERS));
      use.accept(now.report().name());
    }
  }

  /** Stops asking. */
  void stop() {
    stopped.set(true);
  }

  private void update(AtomicBoolean stop, UnaryOperator<Done> change) {
    if (!stop.get() && state.get() instanceof Done now) {
      state.set(change.apply(now));
    }
  }

  /** Tells {@code follower} the share that is done, negative if unknown, until it is stopped. */
  static Progress progress(Tasks tasks, AtomicBoolean stop, Consumer<Double> follower) {
    return (_, worked, total) -> {
      double share = total > 0 ? (double) worked / total : -1;
      tasks.foreground(() -> {
        if (!stop.get()) {
          follower.accept(share);
        }
      });
      return !stop.get();
    };
  }
}
