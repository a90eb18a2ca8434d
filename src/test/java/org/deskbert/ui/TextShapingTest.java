package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.deskbert.ui.kit.Direction;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TextShapingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "עונה בלי המודל: מוצא את אותן מילים, לא את אותה משמעות.",
        "Enter שולח, Shift Enter פותח שורה חדשה",
        "The file שלום עולם is here, and so is another one, שלום.",
        "يجيب من دون النموذج: يجد الكلمات نفسها، لا المعنى نفسه.",
        "उत्तर मॉडल के बिना: वही शब्द मिलते हैं, वही अर्थ नहीं।"
      })
  void textWrapsAtEveryWidthAndSize(String written) throws Exception {
    Screens.fx(() -> {
      Theming.dress(new Scene(new HBox())); // what is shaped before its fonts never finds them
      for (int size : new int[] {12, 40}) {
        Text text = new Text(written);
        text.setFont(Font.font("DejaVu Sans", size));
        text.setNodeOrientation(Direction.of(written));
        double one = text.prefHeight(-1);
        for (int width = 500; width > 3; width -= 7) {
          text.setWrappingWidth(width);
          assertTrue(text.getLayoutBounds().getHeight() >= one);
        }
      }
    });
  }
}
