package org.deskbert.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deskbert.app.Measured;
import org.deskbert.app.Measurements.Known;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.Tasks;
import org.deskbert.trace.Progress;
import org.deskbert.ui.FakeDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureModelTest {
  private final FakeDesk desk = new FakeDesk();

  private static ModelsModel models(FakeDesk desk) {
    SettingsModel settings = new SettingsModel(desk, Tasks.immediate(), _ -> {});
    ModelsModel models = new ModelsModel(desk, Tasks.immediate(), settings);
    models.reload();
    return models;
  }

  @Test
  void whatWasMeasuredIsThereAgain() {
    models(desk).measure().measureAll();
    MeasureModel again = models(desk).measure();
    assertEquals(desk.measured, again.knownProperty().get());
    assertEquals(-1, again.progressProperty().get());
  }

  @Test
  void aStoppedMeasurementKeepsWhatIsDone() {
    MeasureModel[] model = new MeasureModel[1];
    FakeDesk slow =
        new FakeDesk() {
          @Override
          public Measured measure(ModelInfo bundle, Progress progress) {
            Measured done = super.measure(bundle, progress);
            model[0].cancel();
            return done;
          }
        };
    slow.models.add(bundle("other", "0b"));
    model[0] = models(slow).measure();
    model[0].measureAll();
    assertEquals(List.of("4f1c9a2b77d05e61"), List.copyOf(model[0].knownProperty().get().keySet()));
    assertEquals("", model[0].problemProperty().get());
    assertEquals("", model[0].activityProperty().get());
  }

  @Test
  void onlyBundlesThatVerifyAreMeasured() {
    desk.models.add(
        new ModelInfo("bad", "", Path.of("bad"), "", List.of(), 1, "", false, false, "Torn."));
    MeasureModel model = models(desk).measure();
    model.measureGrid();
    assertFalse(model.grid().isEmpty());
    assertTrue(model.grid().stream().allMatch(cell -> cell.model().equals("deskbert-small")));
  }

  @ParameterizedTest
  @CsvSource({
    // right first and ms of a and b, what is said
    "0.91, 3, 0.90, 3, a and b are right equally often and equally fast.",
    "0.90, 3, 0.91, 6, a is right as often as b and 2.0 times as fast.",
    "0.70, 3, 0.90, 6, 'b puts the right entry first for 90 of 100, a for 70, if faster.'",
    "0.90, 3, 0.70, 6, 'a puts the right entry first for 90 of 100, b for 70, and is no slower.'"
  })
  void theBestIsNamedInOneSentence(
      double firstA, double msA, double firstB, double msB, String sentence) {
    Known a = new Known(measured(firstA, msA), true);
    Known b = new Known(measured(firstB, msB), true);
    List<ModelInfo> both = List.of(bundle("a", "0a"), bundle("b", "0b"));
    assertEquals(sentence, Advice.of(both, Map.of("0a", a, "0b", b)));
    assertEquals("", Advice.of(both, Map.of("0a", a, "0b", new Known(b.measured(), false))));
  }

  private static Measured measured(double first, double millis) {
    return new Measured(List.of(new Measured.Speed(16, millis)), 184, first, 100, 5, 5, "it");
  }

  private static ModelInfo bundle(String name, String hash) {
    return new ModelInfo(name, "", Path.of(name), "", List.of("en"), 1, hash, false, false, "");
  }
}
