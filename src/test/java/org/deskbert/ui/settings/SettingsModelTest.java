package org.deskbert.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.Settings;
import org.deskbert.app.Tasks;
import org.deskbert.ui.FakeDesk;
import org.junit.jupiter.api.Test;

class SettingsModelTest {
  private final FakeDesk desk = new FakeDesk();
  private final List<String> problems = new ArrayList<>();
  private final SettingsModel model = new SettingsModel(desk, Tasks.immediate(), problems::add);

  @Test
  void aChangeHoldsInTheWindowAndInTheProgram() {
    model.change(now -> now.withWrongPercent(12));
    assertEquals(12, model.get().wrongPercent());
    assertEquals(12, desk.settings.wrongPercent());
  }

  @Test
  void zoomStaysBetween80And300() {
    for (int i = 0; i < 40; i++) {
      model.zoom(1);
    }
    assertEquals(300, model.get().zoom());
    for (int i = 0; i < 40; i++) {
      model.zoom(-1);
    }
    assertEquals(80, model.get().zoom());
    model.zoom(0);
    assertEquals(100, model.get().zoom());
  }

  @Test
  void whatCannotBeStoredHoldsAndIsSaid() {
    FakeDesk full =
        new FakeDesk() {
          @Override
          public void change(Settings next) {
            throw new IllegalStateException("the disk is full");
          }
        };
    SettingsModel settings = new SettingsModel(full, Tasks.immediate(), problems::add);
    settings.change(now -> now.withWordsOnly(true));
    assertTrue(settings.get().wordsOnly());
    assertTrue(problems.getFirst().contains("the disk is full"));
  }

  @Test
  void aBadBundleLeavesTheListAndSaysWhy() {
    List<ModelInfo> installed = desk.models();
    ModelsModel models = new ModelsModel(desk, Tasks.immediate(), model);
    models.reload();
    models.add(Path.of("nowhere"));
    assertEquals(installed, models.models());
    assertTrue(models.problemProperty().get().contains("nowhere has no bundle.json"));
    assertEquals("", models.activityProperty().get());
  }

  @Test
  void theSettingsForgetAModelThatIsRemoved() {
    ModelInfo shipped = desk.models.getFirst();
    ModelInfo own =
        new ModelInfo("own", "", Path.of("own"), "MIT", List.of("en"), 1, "77d0", false, true, "");
    desk.models.add(own);
    model.change(now -> now.withModel("own"));
    ModelsModel models = new ModelsModel(desk, Tasks.immediate(), model);
    models.remove(own);
    model.change(now -> now.withWrongPercent(12));
    assertEquals("", desk.settings.model());
    assertEquals(List.of(shipped), models.models());
  }

  @Test
  void aToleranceIsExplainedInWords() {
    assertTrue(AnswersSection.words(5).startsWith("Of 100 answers that are given, about 5 "));
    assertNotEquals(AnswersSection.words(0), AnswersSection.words(1));
  }
}
