package org.deskbert.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.deskbert.ui.kit.Announcer;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Writes down what a screen reader is given while keys are pressed: role, name, value and state of
 * what has the focus, and what is announced. It asks the nodes for the attributes that JavaFX hands
 * to the system.
 */
final class Reader {
  private static final int MOST_TABS = 80;

  private final FxRobot robot;
  private final Stage stage;
  private final List<String> lines = new ArrayList<>();
  private String last = "";

  Reader(FxRobot robot, Stage stage) {
    this.robot = robot;
    this.stage = stage;
  }

  /** Presses keys together. */
  Reader press(KeyCode... keys) {
    lines.add("> " + keys(keys));
    robot.push(keys);
    return hear();
  }

  /** Types a text. */
  Reader write(String text) {
    lines.add("> types: " + text);
    robot.write(text);
    return hear();
  }

  /** Presses Tab until what has the focus is called {@code name}; each stop is written down. */
  Reader tabTo(String name) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (current() instanceof Node node && name(node).equals(name)) {
        return this;
      }
      lines.add("> Tab");
      robot.push(KeyCode.TAB);
      hear();
    }
    throw new AssertionError("Tab leads to no \"" + name + "\":\n" + log());
  }

  /** Waits for what was begun and writes down what can be heard of it. */
  Reader hear() {
    WaitForAsyncUtils.waitForFxEvents();
    for (Node node : Nodes.all(scene().getRoot())) {
      if (node instanceof Announcer announcer
          && announcer.getAccessibleText() instanceof String s) {
        robot.interact(() -> announcer.setAccessibleText(null));
        lines.add("  says: " + s.replace("\n", " / "));
      }
    }
    String now = current() instanceof Node node ? line(node) : "nothing";
    if (!now.equals(last)) {
      lines.add("  focus: " + now);
      last = now;
    }
    return this;
  }

  /** All that was heard. */
  String log() {
    return String.join("\n", lines) + "\n";
  }

  private Scene scene() {
    return stage.getScene();
  }

  /** What has the focus: in a list that is the cell. */
  private Object current() {
    Node owner = scene().getFocusOwner();
    if (owner == null) {
      return "";
    }
    return owner.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM) instanceof Node item
        ? item
        : owner;
  }

  private static String line(Node node) {
    StringBuilder line = new StringBuilder(role(node)).append(" \"").append(name(node)).append('"');
    if (isField(node)) {
      Object value = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
      line.append(" = \"").append(value == null ? "" : value);
      line.append('"');
    }
    if (node.queryAccessibleAttribute(AccessibleAttribute.SELECTED) instanceof Boolean on
        && node.getAccessibleRole() != AccessibleRole.LIST_ITEM) {
      line.append(on ? ", on" : ", off");
    }
    if (node.queryAccessibleAttribute(AccessibleAttribute.VALUE) instanceof Double value) {
      line.append(", at ").append(Math.round(value));
    }
    if (node.queryAccessibleAttribute(AccessibleAttribute.HELP) instanceof String help
        && !help.isEmpty()) {
      line.append(" (").append(help).append(')');
    }
    return line.toString()
        .replace("\n", " / ")
        .replaceAll("\\d+(?:\\.\\d+)?(?=\\h?ms)", "…"); // times differ each time
  }

  private static boolean isField(Node node) {
    return node instanceof TextInputControl || node instanceof ComboBoxBase<?>;
  }

  private static String role(Node node) {
    return node.queryAccessibleAttribute(AccessibleAttribute.ROLE) instanceof AccessibleRole role
        ? role.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : "node";
  }

  /** What can have the focus and has no role or no name, of all that is shown. */
  static List<String> nameless(Node root) {
    return Nodes.all(root).stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .filter(node -> name(node).isBlank() || role(node).equals("node"))
        .map(Node::toString)
        .toList();
  }

  /** What a control is called: a field by its label, another by its text. */
  static String name(Node node) {
    Object name =
        isField(node)
            ? node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Node label
                ? label.queryAccessibleAttribute(AccessibleAttribute.TEXT)
                : null
            : node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return name == null ? "" : name.toString();
  }

  private static String keys(KeyCode... keys) {
    return String.join("+", java.util.Arrays.stream(keys).map(KeyCode::getName).toList());
  }
}
