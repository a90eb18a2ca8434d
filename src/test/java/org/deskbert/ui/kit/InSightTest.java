package org.deskbert.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InSightTest {
  @ParameterizedTest
  @CsvSource({
    // now, from, to, seen, all, then
    "0.0, 10, 20, 100, 300, 0.0",
    "0.0, 150, 160, 100, 300, 0.3",
    "1.0, 150, 160, 100, 300, 0.75",
    "0.5, 120, 180, 100, 300, 0.5",
    "0.5, 290, 310, 100, 300, 1.0",
    "0.5, -5, 10, 100, 300, 0.0",
    "0.5, 10, 20, 100, 80, 0.5",
  })
  void scrollsNoMoreThanItMust(
      double now, double from, double to, double seen, double all, double then) {
    assertEquals(then, InSight.value(now, from, to, seen, all), 1e-9);
  }
}
