package org.deskbert.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** A letter of the icon font, {@code assets/fonts/feather.ttf}. It is decoration, never a name. */
public final class Icon extends Text {
  Icon(Feather feather) {
    super(Character.toString(feather.getCode()));
    getStyleClass().add("font-icon"); // as AtlantaFX calls them
    setAccessibleRole(AccessibleRole.NODE);
  }
}
