package org.deskbert.ui.latency;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.deskbert.trace.LatencyStats;
import org.jspecify.annotations.Nullable;

/** The answer latencies that the overlay shows. */
public final class LatencyModel {
  private final LatencyStats stats;
  private final ReadOnlyObjectWrapper<@Nullable AnswerLatency> last = new ReadOnlyObjectWrapper<>();

  /** Counts into {@code stats}. */
  public LatencyModel(LatencyStats stats) {
    this.stats = stats;
  }

  /** Counts an answer that has just been painted. */
  public void painted(AnswerLatency latency) {
    stats.record(Math.round(latency.total() * 1e6));
    last.set(latency);
  }

  /** The last answer, null before the first. */
  public ReadOnlyObjectProperty<@Nullable AnswerLatency> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** All answers since the program started. */
  public LatencyStats stats() {
    return stats;
  }
}
