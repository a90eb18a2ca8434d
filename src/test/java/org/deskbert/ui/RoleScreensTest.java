package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.deskbert.app.OwnerLock;
import org.deskbert.app.Settings.Kiosk;
import org.deskbert.app.Settings.Theme;
import org.deskbert.app.Tasks;
import org.deskbert.ui.WindowModel.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws what somebody sees who is locked out; as {@link ScreenshotsTest} the rest. */
@ExtendWith(ApplicationExtension.class)
class RoleScreensTest {
  private static final String SCREENS = System.getProperty("screens", "");
  private static final Path FOLDER = Path.of(SCREENS.isEmpty() ? "target/screens" : SCREENS);

  @TempDir private Path temp;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @Test
  void lockedScreensAreDrawn() throws Exception {
    draw("light", Theme.LIGHT, 100);
    draw("dark", Theme.DARK, 100);
    draw("300-light", Theme.LIGHT, 300);
  }

  private void draw(String name, Theme theme, int zoom) throws Exception {
    FakeDesk desk = new FakeDesk();
    desk.lock = new OwnerLock(temp.resolve(name + ".json"), InstantSource.system());
    desk.lock.set("a blue door");
    desk.settings = desk.settings.withTheme(theme).withZoom(zoom);
    WindowModel model = open(desk);
    fx(() -> model.pageProperty().set(Page.SETTINGS));
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-lock")).fire());
    picture("lock-settings-" + name);
    fx(() -> model.lock.lock());
    fx(() -> ((ToggleButton) stage.getScene().lookup("#tab-answers")).fire());
    picture("locked-answers-" + name);
    fx(() -> model.pageProperty().set(Page.CHAT));
    fx(() -> model.lock.guard(() -> {}));
    for (int i = 0; i < 3; i++) {
      fx(() -> model.lock.unlock("a red door"));
    }
    picture("unlock-" + name);
  }

  @Test
  void kioskScreensAreDrawn() throws Exception {
    drawKiosk("light", Theme.LIGHT, 100);
    drawKiosk("dark", Theme.DARK, 100);
    drawKiosk("300-light", Theme.LIGHT, 300);
  }

  private void drawKiosk(String name, Theme theme, int zoom) throws Exception {
    fx(() -> stage = new Stage()); // its own, as it fills the screen
    FakeDesk desk = new FakeDesk();
    desk.lock = new OwnerLock(temp.resolve("kiosk-" + name + ".json"), InstantSource.system());
    desk.lock.set("a blue door");
    desk.settings = desk.settings.withTheme(theme).withZoom(zoom).withKiosk(new Kiosk(false, 0));
    WindowModel model = open(desk);
    fx(model::enterKiosk);
    picture("kiosk-" + name);
    fx(() -> model.chat.ask("my vpn drops at home", System.nanoTime()));
    picture("kiosk-conversation-" + name);
    fx(model.kiosk::touch); // no minute is waited for
    picture("kiosk-asking-" + name);
    fx(stage::hide);
  }

  private WindowModel open(FakeDesk desk) throws Exception {
    Tasks now = Tasks.immediate();
    WindowModel[] model = new WindowModel[1];
    fx(() -> {
      model[0] = new WindowModel(desk, now, now, now, now, (_, work) -> Platform.runLater(work));
      DeskBertApp.open(stage, model[0]);
      model[0].start();
    });
    return model[0];
  }

  private void picture(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(10);
    fx(() -> {
      Pictures.write(stage, FOLDER.resolve(name + ".png"));
      assertEquals(List.of(), Looks.faint(stage.getScene()), name);
      assertEquals(List.of(), Looks.cut(stage.getScene()), name);
      assertEquals(List.of(), Reader.nameless(stage.getScene().getRoot()), name);
    });
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void fx(Work work) throws Exception {
    WaitForAsyncUtils.asyncFx(
            () -> {
              work.run();
              return true;
            })
        .get(30, TimeUnit.SECONDS);
  }
}
