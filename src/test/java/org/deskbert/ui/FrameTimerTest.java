package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.deskbert.ui.kit.Pulse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FrameTimerTest {
  private final StackPane pane = new StackPane();

  @Start
  void start(Stage stage) {
    FrameTimer.install();
    stage.setScene(new Scene(pane));
    stage.show();
  }

  @Test
  void itRestsWhenNothingMovesAndPaintsWhenSomethingDoes() throws Exception {
    FrameTimer timer = FrameTimer.installed();
    assertNotNull(timer, "JavaFX has changed: see docs/decisions/0014");
    for (int i = 0; i < 3; i++) {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, timer::rests);
      CompletableFuture<Boolean> rested = new CompletableFuture<>();
      Platform.runLater(() -> Pulse.afterLayout(pane, () -> rested.complete(timer.rests())));
      assertFalse(rested.get(20, TimeUnit.SECONDS));
    }
  }
}
