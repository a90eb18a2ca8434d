package org.deskbert.ui;

import javafx.stage.Stage;
import org.deskbert.app.Tasks;

/** The real window over a stand-in for the program; everything happens at once. */
final class TestWindow {
  private TestWindow() {}

  /** Opens the window, with the focus in it, and returns its model. */
  static WindowModel open(FakeDesk desk, Stage stage) {
    Tasks now = Tasks.immediate();
    WindowModel model = new WindowModel(desk, now, now, now, now, (_, _) -> {});
    DeskBertApp.open(stage, model);
    model.start();
    stage.requestFocus();
    return model;
  }
}
