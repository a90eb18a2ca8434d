package org.deskbert.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Bidi;
import javafx.geometry.NodeOrientation;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class DirectionTest {
  @Test
  void theFirstLetterWithADirectionDecides() {
    assertEquals(NodeOrientation.LEFT_TO_RIGHT, Direction.of("1. (Open שלום"));
    assertEquals(NodeOrientation.RIGHT_TO_LEFT, Direction.of("12 - שלום Windows"));
    assertEquals(NodeOrientation.INHERIT, Direction.of("12 %"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "עונה בלי המודל: מוצא את אותן מילים, לא את אותה משמעות.",
        "Enter שולח, Shift Enter פותח שורה חדשה",
        "הקובץ my own file.csv נמצא, 3 תשובות חדשות, 12 השתנו (אחת).",
        "The file שלום עולם is here, and so is another one, שלום."
      })
  void whatIsShownKeepsItsOrderAndWrapsAtEveryWidth(String written) {
    String shown = Direction.wrappable(written);
    assertEquals(order(written), order(shown));
    Text text = new Text(shown);
    text.setFont(Font.font("DejaVu Sans", 14));
    text.setNodeOrientation(Direction.of(written));
    double one = text.prefHeight(-1);
    for (int width = 130; width < 500; width += 5) {
      text.setWrappingWidth(width);
      assertTrue(text.getLayoutBounds().getHeight() >= one);
    }
  }

  /** The letters as they stand from left to right, without spaces and marks. */
  private static String order(String text) {
    boolean leftwards = Direction.of(text) == NodeOrientation.RIGHT_TO_LEFT;
    Bidi bidi =
        new Bidi(text, leftwards ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    String[] parts = new String[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      StringBuilder part =
          new StringBuilder(text.substring(bidi.getRunStart(i), bidi.getRunLimit(i)));
      parts[i] = (levels[i] % 2 == 1 ? part.reverse() : part).toString();
    }
    Bidi.reorderVisually(levels, 0, parts, 0, runs);
    return String.join("", parts).replaceAll("[\\p{Z}\u200e\u200f]", "");
  }
}
