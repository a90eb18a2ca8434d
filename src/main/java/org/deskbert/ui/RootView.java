package org.deskbert.ui;

import javafx.scene.layout.StackPane;
import org.deskbert.ui.kit.Announcer;

/** What fills the window. */
abstract class RootView extends StackPane {
  RootView() {
    getChildren().add(new Announcer());
  }

  /** Shows {@code model} as it is to be seen now. */
  static RootView of(WindowModel model) {
    return model.kiosk.onProperty().get() ? new KioskView(model) : new MainView(model);
  }

  /** Puts the focus where one begins. */
  abstract void focus();
}
