package org.deskbert.ui.latency;

import static org.deskbert.ui.kit.Texts.text;

import java.util.EnumMap;
import java.util.Map;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Timings;
import org.deskbert.ui.kit.Texts;

/**
 * How long one answer took, from Enter to the layout of the frame that shows it.
 *
 * @param millis milliseconds by stage, in the order of the stages; {@link Stage#PAINT} is all that
 *     is not the program's: handing over between threads, building the nodes, waiting for the frame
 * @param total milliseconds altogether
 * @param kind what else has to be known to compare it with others
 */
public record AnswerLatency(Map<Stage, Double> millis, double total, Kind kind) {
  /** What makes an answer slower or faster than most. */
  public enum Kind {
    /** The model and the words, as most are. */
    USUAL,
    /** The first one with the model. */
    COLD,
    /** What the question before had found already was chosen: nothing was computed. */
    CACHED,
    /** The model took no part. */
    WORDS
  }

  /** From the trace of a reply and the nanoseconds from Enter to painted. */
  public static AnswerLatency of(Timings timings, long elapsedNanos, Kind kind) {
    EnumMap<Stage, Double> millis = new EnumMap<>(Stage.class);
    long left = elapsedNanos;
    for (Stage stage : Stage.values()) {
      Long nanos = timings.nanos().get(stage);
      if (nanos != null && stage != Stage.PAINT) {
        millis.put(stage, nanos / 1e6);
        left -= nanos;
      }
    }
    millis.put(Stage.PAINT, Math.max(0, left) / 1e6);
    return new AnswerLatency(millis, elapsedNanos / 1e6, kind);
  }

  /** Milliseconds until the reply was ready: all but {@link Stage#PAINT}. */
  public double ready() {
    return total - millis.getOrDefault(Stage.PAINT, 0.0);
  }

  /** The whole time, and what makes it slower or faster than most. */
  public String shown() {
    String time = format(total);
    return switch (kind) {
      case USUAL -> time;
      case COLD -> text("latency.cold", time);
      case CACHED -> text("latency.cached", time);
      case WORDS -> text("answer.words", time);
    };
  }

  /** What a stage is called in the window. */
  public static String name(Stage stage) {
    return switch (stage) {
      case TOKENIZE -> text("latency.tokenize");
      case ENCODE -> text("latency.encode");
      case INTENT -> text("latency.intent");
      case SEARCH -> text("latency.search");
      case DECIDE -> text("latency.decide");
      case PAINT -> text("latency.paint");
    };
  }

  /** Milliseconds in words: two digits that matter. */
  public static String format(double millis) {
    String number =
        millis >= 9.95
            ? String.valueOf(Math.round(millis))
            : String.format(Texts.locale(), millis >= 0.995 ? "%.1f" : "%.2f", millis);
    return text("millis", number);
  }
}
