package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.deskbert.app.Measurements.Known;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measured with the shipped model and the sample hr, which is the smallest. */
class MeasurementsTest {
  @TempDir Path folder;

  @Test
  void whatWasMeasuredIsKnownUntilTheFaqsOrTheToleranceChange() throws Exception {
    List<ModelInfo> models;
    Measured measured;
    try (DeskBert program = DeskBert.open(folder)) {
      program.useFaqs(List.of("hr"));
      models = program.models().list();
      Measurements measurements = program.models().measurements();
      assertEquals(Map.of(), measurements.known(models));
      measured = measurements.measure(models.getFirst(), Progress.NONE);
    }
    assertEquals(List.of(8, 16, 32, 64), measured.speeds().stream().map(s -> s.tokens()).toList());
    assertTrue(measured.asked() >= measured.right() + measured.wrong());
    assertTrue(measured.first() > 0.5);
    try (DeskBert program = DeskBert.open(folder)) {
      Measurements measurements = program.models().measurements();
      String hash = models.getFirst().hash();
      assertEquals(new Known(measured, true), measurements.known(models).get(hash));
      program.change(program.settings().withWrongPercent(20));
      assertFalse(measurements.known(models).get(hash).current());
      program.change(program.settings().withWrongPercent(5));
      program.useFaqs(List.of("it"));
      assertEquals(new Known(measured, false), measurements.known(models).get(hash));
    }
  }

  @Test
  void theGridHasACellForEachLengthAndNumberOfThreads() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      Measurements measurements = program.models().measurements();
      List<ModelInfo> models = program.models().list();
      assertThrows(
          CancellationException.class, () -> measurements.grid(models, (_, _, _) -> false));
      List<Measurements.Cell> grid = measurements.grid(models, Progress.NONE);
      long threads = grid.stream().map(Measurements.Cell::threads).distinct().count();
      assertEquals(models.size() * 4 * threads, grid.size());
      assertTrue(grid.stream().allMatch(cell -> cell.perSecond() > 0));
    }
  }
}
