package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.Settings;
import org.deskbert.app.Settings.Theme;
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every screen can be read: in each theme, at each size, in each language. Contrast is looked at in
 * English and sizes in the light theme, because neither depends on the other; with {@code
 * -Dlooks=all} all are combined.
 */
@ExtendWith(ApplicationExtension.class)
class LooksTest {
  private static final boolean ALL = System.getProperty("looks", "").equals("all");

  /** The system's theme is one of these. */
  private static final Theme[] COLOURS = {Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST};

  private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");
  private static final List<Integer> SIZES = List.of(80, 100, 150, 200, 300);

  @TempDir private Path temp;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @AfterEach
  void english() {
    Texts.use("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "he"})
  void noTextIsFaintAndTheFocusIsSeenInAnyTheme(String language) throws Exception {
    assumeTrue(ALL || language.equals("en"), "the colours are the same in all languages");
    walk(language, COLOURS, ALL ? SIZES : List.of(100), LooksTest::faint);
  }

  /** Also with every part under the pointer, and with the focus on each in turn. */
  private static List<String> faint(Scene scene) {
    List<String> found = new ArrayList<>(Looks.faint(scene));
    point(scene, true);
    Looks.faint(scene).forEach(each -> found.add("under the pointer: " + each));
    point(scene, false);
    found.addAll(FocusMarks.missing(scene));
    return found;
  }

  private static void point(Scene scene, boolean at) {
    Nodes.all(scene.getRoot()).stream()
        .filter(node -> !node.isHover())
        .forEach(node -> node.pseudoClassStateChanged(HOVER, at));
    scene.getRoot().applyCss();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "he"})
  void noTextIsCutAtAnySize(String language) throws Exception {
    List<Integer> sizes =
        switch (language) {
          case "en" -> List.of(100, 150, 300);
          case "de" -> List.of(300);
          default -> List.of(200);
        };
    walk(language, ALL ? COLOURS : new Theme[] {Theme.LIGHT}, ALL ? SIZES : sizes, Looks::cut);
  }

  @Test
  void blackOnWhiteHasTheMostContrast() {
    assertEquals(21, Looks.contrast(Color.BLACK, Color.WHITE), 1e-9);
    assertEquals(4.54, Looks.contrast(Color.web("#767676"), Color.WHITE), 0.005);
  }

  private void walk(
      String language, Theme[] themes, List<Integer> sizes, Function<Scene, List<String>> look)
      throws Exception {
    try (DeskBert program = Screens.words(temp.resolve("data"))) {
      walk(program.ownerDesk(), language, themes, sizes, look);
    }
  }

  private void walk(
      OwnerDesk owner,
      String language,
      Theme[] themes,
      List<Integer> sizes,
      Function<Scene, List<String>> look)
      throws Exception {
    FakeDesk desk = new FakeDesk();
    desk.owner = owner;
    desk.change(desk.settings().withLanguage(language).withContact("Ring 4444."));
    Set<String> found = new TreeSet<>();
    new Screens(
            stage,
            desk,
            temp,
            0,
            (name, model) -> {
              Settings before = model.settings.get();
              double width = stage.getWidth();
              double height = stage.getHeight();
              for (Theme theme : themes) {
                for (int size : sizes) {
                  show(model, before.withTheme(theme).withZoom(size));
                  resize(width, height);
                  Screens.fx(() -> {
                    layout(); // figures of the machine may have changed again
                    look.apply(stage.getScene())
                        .forEach(
                            each -> found.add(name + " " + theme + " " + size + " %: " + each));
                  });
                }
              }
              show(model, before);
              resize(width, height);
            })
        .walk();
    assertEquals("", String.join("\n", found));
  }

  /** Changes the settings of the open window and waits until it shows them. */
  private void show(WindowModel model, Settings settings) throws Exception {
    Screens.fx(() -> model.settings.change(_ -> settings));
    WaitForAsyncUtils.waitForFxEvents(2);
    Screens.fx(this::layout);
  }

  /** Makes the window as large as it was, or as its text needs it: it grows with the text. */
  private void resize(double width, double height) throws Exception {
    Screens.fx(() -> {
      stage.setWidth(Math.max(width, stage.getMinWidth()));
      stage.setHeight(Math.max(height, stage.getMinHeight()));
    });
  }

  private void layout() {
    Parent root = stage.getScene().getRoot();
    for (int i = 0; i < 2; i++) {
      root.applyCss();
      root.layout();
    }
  }
}
