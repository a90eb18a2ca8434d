package org.deskbert.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.deskbert.ui.history.HistoryView;
import org.deskbert.ui.kit.Follow;

/**
 * Where the list of conversations stands: beside the page, or over it in a narrow window, where it
 * goes away when a conversation was opened.
 */
final class Sidebar {
  /** Below so many widths of the letter the list stands over the page. */
  private static final double NARROW_EM = 54;

  private static final double EM = 14;

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final StackPane window;
  private final BorderPane frame;
  private final WindowModel model;
  private final HistoryView view;
  private final Runnable leave;
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
  private boolean narrow;
  private boolean drawer;

  /**
   * Places the list.
   *
   * @param window what it may stand over
   * @param frame what it may stand beside, left
   * @param leave takes the focus when the list goes
   */
  Sidebar(StackPane window, BorderPane frame, WindowModel model, Runnable leave) {
    this.window = window;
    this.frame = frame;
    this.model = model;
    this.leave = leave;
    view = new HistoryView(model.history, this::opened);
    StackPane.setAlignment(view, Pos.CENTER_LEFT);
    Follow.of(window, model.settings.property(), this::arrange);
    window.widthProperty().addListener(_ -> arrange());
  }

  /** Whether the list is in sight. */
  ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Shows or hides the list. */
  void toggle() {
    boolean focused = hasFocus();
    if (narrow) {
      drawer = !drawer;
      arrange();
    } else {
      model.settings.change(now -> now.withSidebar(!now.sidebar()));
    }
    if (focused && !shown.get()) {
      leave.run();
    }
  }

  /** Shows the list with the caret in its field. */
  void search() {
    if (!shown.get()) {
      toggle();
    }
    view.focus();
  }

  /** Whether the focus is in the list. */
  boolean hasFocus() {
    Node focused = window.getScene() == null ? null : window.getScene().getFocusOwner();
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node == view) {
        return true;
      }
    }
    return false;
  }

  private void opened() {
    model.pageProperty().set(WindowModel.Page.CHAT);
    if (narrow) {
      drawer = false;
      arrange();
    }
    leave.run();
  }

  private void arrange() {
    double zoom = model.settings.get().zoom() / 100.0;
    narrow = window.getWidth() < NARROW_EM * EM * zoom;
    drawer &= narrow;
    shown.set(narrow ? drawer : model.settings.get().sidebar());
    boolean beside = shown.get() && !narrow;
    boolean over = shown.get() && narrow;
    if ((frame.getLeft() == view) != beside) {
      frame.setLeft(beside ? view : null);
    }
    if (window.getChildren().contains(view) && !over) {
      window.getChildren().remove(view);
    } else if (over && !window.getChildren().contains(view)) {
      window.getChildren().add(1, view); // over the frame, under all that floats
    }
    view.pseudoClassStateChanged(OVER, over);
  }
}
