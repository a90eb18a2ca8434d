package org.deskbert.ui.latency;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.deskbert.trace.LatencyStats;
import org.deskbert.trace.Timings;
import org.deskbert.ui.latency.AnswerLatency.Kind;
import org.jspecify.annotations.Nullable;

/** The answer latencies that the overlay shows. */
public final class LatencyModel {
  private final LatencyStats stats;
  private @Nullable AnswerLatency cold;
  private final ReadOnlyObjectWrapper<@Nullable AnswerLatency> last = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty apart = new SimpleBooleanProperty();

  /** Counts into {@code stats}. */
  public LatencyModel(LatencyStats stats) {
    this.stats = stats;
  }

  /**
   * Counts an answer that has just been painted.
   *
   * @param timings of its reply
   * @param elapsed nanoseconds from Enter to painted
   * @param words whether the model took no part
   */
  public AnswerLatency painted(Timings timings, long elapsed, boolean words) {
    Kind kind =
        timings.equals(Timings.NONE)
            ? Kind.CACHED
            : words ? Kind.WORDS : cold == null ? Kind.COLD : Kind.USUAL;
    AnswerLatency latency = AnswerLatency.of(timings, elapsed, kind);
    stats.record(elapsed);
    if (kind == Kind.COLD) {
      cold = latency;
    }
    last.set(latency);
    return latency;
  }

  /** The first answer with the model, null before it. */
  public @Nullable AnswerLatency cold() {
    return cold;
  }

  /**
   * Everything for somebody who looks into it, as JSON; times in milliseconds.
   *
   * @param reason why words alone answer, empty if they do not
   */
  public String json(Machine.Figures machine, String reason) {
    JsonObject json = new JsonObject();
    AnswerLatency latest = last.get();
    if (latest != null) {
      JsonObject stages = new JsonObject();
      latest
          .millis()
          .forEach(
              (stage, millis) -> stages.addProperty(stage.name().toLowerCase(Locale.ROOT), millis));
      json.addProperty("total", latest.total());
      json.addProperty("mode", latest.kind().name().toLowerCase(Locale.ROOT));
      json.add("stages", stages);
    }
    json.addProperty("answers", stats.count());
    json.addProperty("p50", stats.percentile(50));
    json.addProperty("p95", stats.percentile(95));
    json.addProperty("p99", stats.percentile(99));
    if (cold != null) {
      json.addProperty("cold", cold.total());
    }
    JsonArray recent = new JsonArray();
    stats.recent().forEach(recent::add);
    json.add("recent", recent);
    json.addProperty("memory_mb", machine.megabytes());
    json.addProperty("processor_percent", machine.share());
    json.addProperty("threads", machine.threads());
    json.addProperty("java", Runtime.version().toString());
    if (cold != null) {
      json.addProperty("onnxruntime", Machine.onnxRuntime());
    }
    json.addProperty("reason", reason);
    return new GsonBuilder().setPrettyPrinting().create().toJson(json);
  }

  /** The last answer, null before the first. */
  public ReadOnlyObjectProperty<@Nullable AnswerLatency> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** Whether the card, where it is shown, has a window of its own. */
  public BooleanProperty apartProperty() {
    return apart;
  }

  /** All answers since the program started. */
  public LatencyStats stats() {
    return stats;
  }
}
