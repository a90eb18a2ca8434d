package org.deskbert.ui.kit;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * A switch that Space turns and that a screen reader takes for a check box, not for a mere group.
 */
public final class Switch extends ToggleSwitch {
  /**
   * Creates one.
   *
   * @param on whether it is on at first
   * @param switched hears of each change
   */
  public Switch(String id, boolean on, Consumer<Boolean> switched) {
    setId(id);
    setAccessibleRole(AccessibleRole.CHECK_BOX);
    setSelected(on);
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.SPACE) {
        fire();
        event.consume();
      }
    });
    selectedProperty()
        .addListener((_, _, selected) -> {
          notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
          switched.accept(selected);
        });
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? Boolean.valueOf(isSelected())
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      fire();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
