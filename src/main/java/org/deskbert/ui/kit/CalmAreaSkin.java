package org.deskbert.ui.kit;

import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import org.jspecify.annotations.Nullable;

/** A text area whose caret does not blink for ever; the stylesheet gives it to all of them. */
public final class CalmAreaSkin extends TextAreaSkin {
  /** Null while the superclass makes itself, which may already set the caret blinking. */
  private @Nullable CaretRest rest;

  /** Dresses {@code control}. */
  public CalmAreaSkin(TextArea control) {
    super(control);
    setCaretAnimating(control.isFocused());
  }

  @Override
  public void setCaretAnimating(boolean wanted) {
    boolean on = wanted && CaretRest.mayBlink(getSkinnable());
    super.setCaretAnimating(on);
    CaretRest resting = rest;
    if (resting == null) {
      resting = new CaretRest(() -> super.setCaretAnimating(false));
      rest = resting;
    }
    resting.blinks(on);
  }

  @Override
  public void dispose() {
    setCaretAnimating(false);
    super.dispose();
  }
}
