package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleTimerTest {
  @TempDir private Path folder;
  private final Queue<Runnable> timers = new ArrayDeque<>();
  private Duration now = Duration.ZERO;
  private Duration waited = Duration.ZERO;
  private Duration limit = Duration.ofMinutes(5);
  private int rests;
  private final IdleTimer timer =
      new IdleTimer(
          () -> limit,
          () -> rests++,
          (time, work) -> {
            waited = time;
            timers.add(work);
          },
          () -> now.toNanos());

  private void pass() {
    assertEquals(1, timers.size(), "one timer at a time");
    now = now.plus(waited);
    timers.remove().run();
  }

  @Test
  void itRestsOnceAfterTheLastQuestion() {
    timer.touch();
    now = now.plusMinutes(3);
    timer.touch();
    now = now.minusMinutes(3);
    pass();
    assertEquals(0, rests);
    assertEquals(Duration.ofMinutes(3), waited);
    pass();
    assertEquals(1, rests);
    assertTrue(timers.isEmpty());
    timer.touch();
    pass();
    assertEquals(2, rests);
  }

  @Test
  void neverMeansThatNothingWaits() {
    limit = Duration.ZERO;
    timer.touch();
    assertTrue(timers.isEmpty());
    limit = Duration.ofMinutes(1);
    timer.touch();
    limit = Duration.ZERO; // switched off meanwhile
    pass();
    assertEquals(0, rests);
    assertTrue(timers.isEmpty());
  }

  @Test
  void theBatteryIsUsedWhileItDischarges() throws Exception {
    Battery battery = new Battery(folder);
    assertEquals("false false", battery.isThere() + " " + battery.isUsed());
    Files.createDirectories(folder.resolve("AC"));
    Files.writeString(folder.resolve("AC/type"), "Mains\n");
    Path cell = Files.createDirectories(folder.resolve("BAT0"));
    Files.writeString(cell.resolve("type"), "Battery\n");
    Files.writeString(cell.resolve("status"), "Charging\n");
    assertEquals("true false", battery.isThere() + " " + battery.isUsed());
    Files.writeString(cell.resolve("status"), "Discharging\n");
    assertTrue(battery.isUsed());
    assertEquals("false", String.valueOf(new Battery(folder.resolve("none")).isThere()));
  }
}
