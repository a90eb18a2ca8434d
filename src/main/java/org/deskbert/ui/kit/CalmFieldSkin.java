package org.deskbert.ui.kit;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.jspecify.annotations.Nullable;

/** A text field whose caret does not blink for ever; the stylesheet gives it to all of them. */
public final class CalmFieldSkin extends TextFieldSkin {
  /** Null while the superclass makes itself, which may already set the caret blinking. */
  private @Nullable CaretRest rest;

  /** Dresses {@code control}. */
  public CalmFieldSkin(TextField control) {
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
