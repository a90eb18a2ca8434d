package org.deskbert.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Small builders for controls that always have a name for a screen reader. */
public final class Controls {
  private Controls() {}

  /** An icon; it is decoration and never the name of anything. */
  public static Icon icon(Feather feather) {
    return new Icon(feather);
  }

  /** A button that shows an icon; its name is the tooltip and what a screen reader says. */
  public static Button iconButton(Feather feather, String name, Runnable action) {
    Button button = new Button(null, icon(feather));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    name(button, name);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** A button that leaves a page, an arrow to where reading begins. */
  public static Button back(String name, Runnable close) {
    Feather arrow = Texts.rightToLeft() ? Feather.ARROW_RIGHT : Feather.ARROW_LEFT;
    return iconButton(arrow, name, close);
  }

  /** A button with words. */
  public static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setMnemonicParsing(false);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** A toggle that shows an icon. */
  public static ToggleButton iconToggle(Feather feather, String name) {
    ToggleButton button = new ToggleButton(null, icon(feather));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    name(button, name);
    return button;
  }

  /** Gives a control an accessible name, which is its tooltip too. */
  public static void name(Control control, String name) {
    control.setAccessibleText(name);
    tooltip(control, control.accessibleTextProperty());
  }

  /** Shows the text of a label that may be cut off whole when the pointer rests on it. */
  public static void whole(Label label) {
    tooltip(label, label.textProperty());
  }

  /** A tooltip is a window with a scene of its own, so it is made when the pointer first comes. */
  private static void tooltip(Control control, ObservableValue<String> words) {
    control.setOnMouseEntered(_ -> {
      Tooltip tooltip = new Tooltip();
      tooltip.textProperty().bind(words);
      control.setTooltip(tooltip);
      control.setOnMouseEntered(null);
    });
  }

  /**
   * Names a control for a screen reader. What is written or chosen in a field is its accessible
   * text, which a name set there would hide; so a field has its name from a label.
   */
  public static void accessibleName(Node control, String name) {
    if (control instanceof TextInputControl || control instanceof ComboBoxBase<?>) {
      Label label = new Label(name);
      label.setAccessibleText(name); // it has no skin to tell its text
      label.setLabelFor(control);
    } else {
      control.setAccessibleText(name);
    }
  }

  /**
   * Lets Tab leave a field instead of writing a tab, so that the keyboard is never caught in it.
   */
  public static void leaveByTab(TextArea field) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && !event.isControlDown()) {
            event.consume();
            field.requestFocusTraversal(TraversalDirection.NEXT);
          }
        });
  }

  /** Text that wraps and is never cut. */
  public static Label text(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Text that somebody wrote, in the direction of its own language. */
  public static Label written(String text, String... styles) {
    Label label = text(text, styles);
    Direction.follow(label, text);
    return label;
  }

  /** Pushes what follows to the other end of a row. */
  public static Node spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** Shows or hides a node together with its place in the layout. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
