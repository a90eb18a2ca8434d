package org.deskbert.ui.lock;

import static org.deskbert.ui.kit.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.kordamp.ikonli.feather.Feather;

/** Says, over what can't be used, that it is locked, and offers to unlock it. */
public final class LockBar extends HBox {
  private LockBar(LockModel lock) {
    getStyleClass().add("lock-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label why = Controls.text(text("lock.locked"));
    HBox.setHgrow(why, Priority.ALWAYS);
    why.setMaxWidth(Double.MAX_VALUE);
    Button unlock = Controls.button(text("lock.unlock-ask"), () -> lock.guard(() -> {}));
    unlock.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(Controls.icon(Feather.LOCK), why, unlock);
    Follow.of(this, lock.openProperty(), () -> Controls.show(this, !lock.openProperty().get()));
  }

  /** The page with such a line over it, disabled while it is locked. */
  public static Node over(Node page, LockModel lock) {
    page.disableProperty().bind(lock.openProperty().not());
    VBox both = new VBox(new LockBar(lock), page);
    both.getStyleClass().add("lockable");
    return both;
  }
}
