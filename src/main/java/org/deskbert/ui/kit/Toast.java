package org.deskbert.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/**
 * A line at the bottom that offers to undo what was just done. It goes by itself, but not while the
 * pointer or the focus is on it.
 */
public final class Toast extends HBox {
  private static final Duration STAYS = Duration.seconds(6);

  private final Label words = Controls.text("");
  private final Button undo;
  private final PauseTransition rest = new PauseTransition(STAYS);
  private Runnable action = () -> {};
  private Runnable gone = () -> {};

  /** Creates it, not shown. */
  public Toast() {
    getStyleClass().add("toast");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    undo = Controls.button("", () -> end(action));
    undo.setId("undo");
    undo.setMinWidth(USE_PREF_SIZE);
    undo.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
    getChildren().addAll(words, undo);
    rest.setOnFinished(_ -> end(gone));
    hoverProperty().addListener(_ -> restart());
    undo.focusedProperty().addListener(_ -> restart());
    setVisible(false);
  }

  /**
   * Shows it.
   *
   * @param sentence what was done
   * @param name of the button
   * @param whenUndone what the button does
   * @param whenGone what follows when nobody has pressed it
   */
  public void show(String sentence, String name, Runnable whenUndone, Runnable whenGone) {
    words.setText(sentence);
    undo.setText(name);
    action = whenUndone;
    gone = whenGone;
    setVisible(true);
    Announcer.say(this, sentence + " " + name);
    restart();
  }

  /** Hides it without either. */
  public void hide() {
    rest.stop();
    setVisible(false);
  }

  private void restart() {
    rest.stop();
    if (isVisible() && !isHover() && !undo.isFocused()) {
      rest.playFromStart();
    }
  }

  private void end(Runnable then) {
    hide();
    then.run();
  }
}
