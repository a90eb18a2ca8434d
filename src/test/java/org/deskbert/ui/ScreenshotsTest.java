package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Settings.Theme;
import org.deskbert.app.Status;
import org.deskbert.ui.kit.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws every screen. With {@code -Dscreens=assets/screens} the program itself answers and the
 * pictures of the README are written there; else a stand-in answers and they go to {@code
 * target/screens}.
 */
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
  private static final String SCREENS = System.getProperty("screens", "");
  private static final Path FOLDER = Path.of(SCREENS.isEmpty() ? "target/screens" : SCREENS);

  /** So that the latencies in the picture are those of a program that has warmed up. */
  private static final int WARM_UP = 400;

  private static final int WARM_UP_WINDOW = 60;

  /** Controls without a role or a name. */
  private final Set<String> nameless = new TreeSet<>();

  @TempDir private Path temp;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @Test
  void everyScreenIsDrawnInLightAndDarkAndEveryControlOnItHasAName() throws Exception {
    if (SCREENS.isEmpty()) {
      try (DeskBert program = Screens.words(temp.resolve("data"))) {
        FakeDesk desk = new FakeDesk();
        desk.owner = program.ownerDesk();
        draw(desk, 0);
      }
      assertEquals(Set.of(), nameless);
      return;
    }
    try (DeskBert program = DeskBert.open(temp.resolve("data"))) {
      program.start();
      WaitForAsyncUtils.waitFor(
          5, TimeUnit.MINUTES, () -> program.status().phase() == Status.Phase.READY);
      draw(Desk.of(program), WARM_UP);
    }
  }

  private void draw(Desk desk, int warmUp) throws Exception {
    desk.change(
        desk.settings()
            .withLanguage("en")
            .withContact("Ask the help desk: extension 4444, help@example.org."));
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      desk.change(desk.settings().withTheme(theme));
      String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
      Screens screens =
          new Screens(
              stage,
              desk,
              temp,
              SCREENS.isEmpty() ? 0 : WARM_UP_WINDOW,
              (name, _) -> {
                Screens.fx(() ->
                    Reader.nameless(stage.getScene().getRoot())
                        .forEach(each -> nameless.add(name + ": " + each)));
                // About names the folders of whoever draws it: no picture for others.
                if (SCREENS.isEmpty() || !name.equals("settings-about")) {
                  Screens.fx(() -> Pictures.write(stage, FOLDER.resolve(name + suffix)));
                }
              });
      if (theme == Theme.LIGHT) {
        Screens.warmUp(screens.open(), warmUp);
      }
      screens.walk();
    }
  }
}
