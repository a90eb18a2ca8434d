package org.deskbert.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyStatsTest {
  private final LatencyStats stats = new LatencyStats();

  @Test
  void nothingCountedIsZero() {
    assertEquals(0, stats.count());
    assertEquals(0, stats.percentile(99));
    assertEquals(List.of(), stats.recent());
  }

  @Test
  void percentilesAreInMilliseconds() {
    for (int ms = 1; ms <= 100; ms++) {
      stats.record(ms * 1_000_000L);
    }
    assertEquals(50, stats.percentile(50), 0.1);
    assertEquals(95, stats.percentile(95), 0.2);
    assertEquals(100, stats.percentile(100), 0.2);
  }

  @Test
  void theLastSixtyAreKeptInOrder() {
    IntStream.rangeClosed(1, 70).forEach(ms -> stats.record(ms * 1_000_000L));
    assertEquals(70, stats.count());
    assertEquals(60, stats.recent().size());
    assertEquals(11.0, stats.recent().getFirst());
    assertEquals(70.0, stats.recent().getLast());
  }

  @Test
  void absurdDurationsAreClamped() {
    stats.record(-5);
    stats.record(Long.MAX_VALUE);
    assertEquals(0, stats.percentile(0), 0.001);
    assertEquals(60_000, stats.percentile(100), 60);
  }

  @Test
  void aResetForgets() {
    stats.record(5_000_000);
    stats.reset();
    assertEquals(0, stats.count());
    assertEquals(List.of(), stats.recent());
  }

  @Test
  void manyThreadsLoseNothing() {
    IntStream.range(0, 10_000).parallel().forEach(i -> stats.record(1_000_000));
    assertEquals(10_000, stats.count());
    assertEquals(Stream.generate(() -> 1.0).limit(60).toList(), stats.recent());
  }
}
