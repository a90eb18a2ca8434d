package org.deskbert.ui.kit;

import javafx.event.EventHandler;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Has a screen reader say what happened while the keyboard's focus stays where it is. JavaFX has no
 * live regions; so the reader is told that this node, which nobody sees, has the focus, and with
 * the next key that the true owner has it again.
 */
public final class Announcer extends Region {
  private static final String ID = "announcer";

  private final EventHandler<KeyEvent> back = _ -> back();
  private Node item = this;

  /** Creates the one of a window. It takes no place. */
  public Announcer() {
    setId(ID);
    setManaged(false);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /** Has {@code words} said, once, in the window of {@code node}. */
  public static void say(Node node, String words) {
    if (node.getScene() != null && node.getScene().lookup("#" + ID) instanceof Announcer found) {
      found.say(words, found.getParent());
    }
  }

  private void say(String words, Parent window) {
    setAccessibleText(words);
    item = this;
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    window.removeEventFilter(KeyEvent.KEY_PRESSED, back);
    window.addEventFilter(KeyEvent.KEY_PRESSED, back);
  }

  private void back() {
    getParent().removeEventFilter(KeyEvent.KEY_PRESSED, back);
    if (getScene().getFocusOwner() != null) {
      item = getScene().getFocusOwner();
      notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case FOCUS_ITEM -> item;
      case FOCUSED -> true; // a reader asks before it speaks
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
