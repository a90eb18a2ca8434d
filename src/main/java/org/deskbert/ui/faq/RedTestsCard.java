package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.Flow;

/** Asks before a FAQ is given away whose tests are answered otherwise than agreed. */
public final class RedTestsCard extends VBox {
  private final Button look;

  /**
   * Asks.
   *
   * @param red how many tests are
   * @param show shows them
   * @param go gives the FAQ away all the same
   * @param close takes the card away
   */
  public RedTestsCard(String faq, int red, Runnable show, Runnable go, Runnable close) {
    setId("red-tests");
    getStyleClass().addAll("card", "unlock-card", "unlock-column");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    look = Controls.button(text("tests.look"), after(close, show));
    look.setId("red-look");
    look.getStyleClass().add(Styles.ACCENT);
    Button pack = Controls.button(text("tests.pack-anyway"), after(close, go));
    pack.setId("red-pack");
    Flow buttons = new Flow(look, pack, Controls.button(text("import.cancel"), close));
    buttons.getStyleClass().add("buttons");
    getChildren()
        .addAll(
            Controls.text(text("tests.red", red, FaqNames.shown(faq)), "section-title"),
            Controls.text(text("tests.red-meaning"), "muted"),
            buttons);
    look.setAccessibleHelp(Said.of(this));
  }

  private static Runnable after(Runnable close, Runnable then) {
    return () -> {
      close.run();
      then.run();
    };
  }

  /** Puts the focus on the way to the tests. */
  public void focus() {
    look.requestFocus();
  }
}
