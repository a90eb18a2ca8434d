package org.deskbert.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.ImportMode;
import org.deskbert.app.Status;
import org.deskbert.trace.Progress;
import org.deskbert.ui.chat.Message;
import org.deskbert.ui.kit.Desk;
import org.deskbert.ui.latency.AnswerLatency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * With {@code -Dspeed=ANSWERS}: how long the window takes from Enter to a painted answer, and what
 * it keeps, with the model and a FAQ of 1,000 entries; printed for docs/load.md. Nothing is judged.
 */
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "speed", matches = "\\d+")
class WindowSpeedTest {
  private static final int ENTRIES = 1_000;
  private static final int WARM_UP = 200;

  /** Between an answer and the next question, in nanoseconds. */
  private static final long READING = 100_000_000;

  /** Answers of a conversation: with the questions two thousand messages. */
  private static final int LONG = 1_000;

  private static final List<String> THINGS =
      List.of(
          "printer",
          "laptop",
          "badge",
          "invoice",
          "meeting room",
          "phone",
          "parking space",
          "monitor",
          "contract",
          "holiday",
          "mailbox",
          "password",
          "projector",
          "key",
          "desk",
          "certificate");
  private static final List<String> DEEDS =
      List.of(
          "order",
          "return",
          "repair",
          "share",
          "rename",
          "cancel",
          "move",
          "book",
          "replace",
          "register",
          "extend",
          "lend",
          "unlock",
          "archive",
          "translate",
          "insure");
  private static final List<String> PLACES =
      List.of(
          "in the warehouse",
          "at the front desk",
          "abroad",
          "in Leeds",
          "at home",
          "in the lab",
          "on the ship",
          "in the canteen");

  @TempDir private Path temp;
  private Stage stage;

  /** One answer: Enter to painted, and processor milliseconds of the window's thread for it. */
  private record Answer(AnswerLatency latency, double busy) {}

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @Test
  void figures() throws Exception {
    int answers = Integer.getInteger("speed");
    try (DeskBert program = DeskBert.open(temp.resolve("data"))) {
      program.imports().file(table(), "load", ImportMode.NEW, false, Progress.NONE);
      program.library().use(List.of("load"));
      program.start();
      WaitForAsyncUtils.waitFor(
          5, TimeUnit.MINUTES, () -> program.status().phase() == Status.Phase.READY);
      Screens screens = new Screens(stage, Desk.of(program), temp, 0, (_, _) -> {});
      measure(screens.open(), answers);
    }
  }

  private void measure(WindowModel model, int answers) throws Exception {
    Random random = new Random(7);
    ask(model, random, WARM_UP);
    Screens.restart(model);
    print(LONG + " answers of one conversation", ask(model, random, LONG));
    print("the next 200, after " + 2 * LONG + " messages", ask(model, random, 200));
    Screens.restart(model);
    long before = heap();
    for (int asked = 2 * LONG; asked <= answers; asked += LONG) {
      for (int i = 0; i < LONG; i++) {
        ask(model, question(random)).get(20, TimeUnit.SECONDS);
      }
      Screens.restart(model);
    }
    System.out.printf(
        "heap after a collection: %.1f MB after the first %d answers, %.1f MB after %d%n",
        before / 1e6, LONG, heap() / 1e6, answers);
  }

  private static List<Answer> ask(WindowModel model, Random random, int times) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      double before = busy();
      AnswerLatency latency = ask(model, question(random)).get(20, TimeUnit.SECONDS);
      LockSupport.parkNanos(READING); // what comes after the answer is not the next one's
      answers.add(new Answer(latency, busy() - before));
    }
    return answers;
  }

  /** Asks, and listens until it is painted: looking again and again would hold the window up. */
  private static CompletableFuture<AnswerLatency> ask(WindowModel model, String question)
      throws Exception {
    CompletableFuture<AnswerLatency> painted = new CompletableFuture<>();
    ListChangeListener<Message> listener =
        change -> {
          if (change.getList().getLast() instanceof Message.Answer answer) {
            answer.latencyProperty().addListener((_, _, now) -> painted.complete(now));
          }
        };
    Screens.fx(() -> {
      model.chat.messages().addListener(listener);
      model.chat.ask(question, System.nanoTime());
    });
    return painted.whenComplete((_, _) -> model.chat.messages().removeListener(listener));
  }

  private static double busy() throws Exception {
    return Screens.fx(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6);
  }

  private static void print(String what, List<Answer> answers) {
    System.out.printf(
        "%s, median / 95th percentile: ready %s, painted %s, window's thread %s ms%n",
        what,
        quantiles(answers.stream().mapToDouble(each -> each.latency().ready()).toArray()),
        quantiles(answers.stream().mapToDouble(each -> each.latency().total()).toArray()),
        quantiles(answers.stream().mapToDouble(Answer::busy).toArray()));
  }

  private static String quantiles(double[] values) {
    Arrays.sort(values);
    return "%.1f / %.1f".formatted(values[values.length / 2], values[values.length * 95 / 100]);
  }

  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private Path table() throws Exception {
    StringBuilder rows = new StringBuilder("id,question,answer\n");
    for (int i = 0; i < ENTRIES; i++) {
      String thing = THINGS.get(i % 16);
      String deed = DEEDS.get(i / 16 % 16);
      String place = PLACES.get(i / 256 % 8);
      rows.append(
          """
          e%1$d,How do I %2$s a %3$s %4$s?,"Ask the %3$s team %4$s: they **%2$s** it within %1$d minutes."
          e%1$d,Who can %2$s my %3$s %4$s?,
          """
              .formatted(i, deed, thing, place));
    }
    return Files.writeString(temp.resolve("load.csv"), rows);
  }

  private static String question(Random random) {
    return "i want to %s the %s %s please"
        .formatted(
            DEEDS.get(random.nextInt(DEEDS.size())),
            THINGS.get(random.nextInt(THINGS.size())),
            PLACES.get(random.nextInt(PLACES.size())));
  }
}
