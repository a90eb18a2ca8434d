package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.latency.AnswerLatency;

/** How long an answer took, at the far end of the line of its actions, which it fills. */
final class TimePill extends Region {
  private final ToggleButton pill = new ToggleButton();
  private boolean writing;

  /** Opens and closes what {@code stages} stands for. */
  TimePill(BooleanProperty stages) {
    pill.getStyleClass().add("pill");
    pill.selectedProperty().bindBidirectional(stages);
    getChildren().add(pill);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  /**
   * Shows the time. It is known when the answer has been laid out, and goes to the screen with it:
   * the answer, which is not changed by it, is not laid out once more.
   */
  void show(AnswerLatency latency) {
    String time = AnswerLatency.format(latency.total());
    writing = true;
    pill.setText(latency.shown());
    writing = false;
    Controls.name(pill, text("answer.time", time));
    if (getWidth() >= pill.prefWidth(-1)) {
      layoutChildren();
      pill.layout();
    } else {
      requestLayout();
    }
  }

  @Override
  public void requestLayout() {
    if (!writing) {
      super.requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = pill.prefWidth(-1);
    double height = pill.prefHeight(-1);
    pill.resizeRelocate(
        snapPositionX(getWidth() - width),
        snapPositionY((getHeight() - height) / 2),
        width,
        height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return pill.minWidth(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return pill.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return pill.prefHeight(-1);
  }
}
