package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.deskbert.ui.kit.Flow;

/** A few values side by side, of which always one is chosen. */
final class Choice<T> extends Flow {
  private final ToggleGroup group = new ToggleGroup();
  private final String name;
  private final String ids;
  private final T chosen;
  private final Consumer<T> choose;

  /**
   * Offers nothing yet.
   *
   * @param name what is chosen, for a screen reader
   * @param ids what the ids of the buttons begin with
   * @param chosen what is chosen at first
   * @param choose hears of each other choice
   */
  Choice(String name, String ids, T chosen, Consumer<T> choose) {
    this.name = name;
    this.ids = ids;
    this.chosen = chosen;
    this.choose = choose;
    getStyleClass().add("choice");
    group
        .selectedToggleProperty()
        .addListener((_, before, after) -> {
          if (after == null) {
            group.selectToggle(before);
          }
        });
  }

  /** Offers one more value. */
  void add(T value, String id, String words) {
    ToggleButton button = new ToggleButton(words);
    button.setId(ids + id);
    button.setMnemonicParsing(false);
    button.setAccessibleText(text("settings.choice", name, words));
    button.setToggleGroup(group);
    button.setSelected(value.equals(chosen));
    button
        .selectedProperty()
        .addListener((_, _, on) -> {
          if (on) {
            choose.accept(value);
          }
        });
    getChildren().add(button);
  }
}
