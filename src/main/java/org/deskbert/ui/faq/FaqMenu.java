package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.deskbert.app.FaqSummary;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.lock.LockModel;
import org.kordamp.ikonli.feather.Feather;

/** The menu that shows the library: which FAQs answer, and import of a file. */
public final class FaqMenu extends MenuButton {
  private final FaqModel model;
  private final Runnable importFile;
  private final Consumer<String> showWords;
  private final LockModel lock;

  /**
   * Shows {@code model}.
   *
   * @param importFile lets the user choose a file
   * @param showWords shows the synonyms and intents of a FAQ
   * @param lock whether the library may be changed
   */
  public FaqMenu(FaqModel model, Runnable importFile, Consumer<String> showWords, LockModel lock) {
    this.model = model;
    this.importFile = importFile;
    this.showWords = showWords;
    this.lock = lock;
    setId("faq-menu");
    setMnemonicParsing(false);
    getStyleClass().addAll(Styles.FLAT, "faq-menu");
    Follow.of(this, model.faqs(), this::refresh);
    Follow.of(this, lock.openProperty(), this::refresh);
  }

  private void refresh() {
    setText(model.title());
    setAccessibleText(text("faqs.answering", model.title()));
    getItems().clear();
    for (FaqSummary faq : model.faqs()) {
      CheckMenuItem item =
          new CheckMenuItem(
              text("faqs.item", FaqNames.shown(faq.name()), text("answers", faq.entries())));
      item.setMnemonicParsing(false);
      item.setSelected(faq.active());
      item.setOnAction(_ -> model.use(faq.name(), item.isSelected()));
      getItems().add(item);
    }
    if (!model.faqs().isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    for (FaqSummary faq : model.faqs()) {
      if (faq.active()) {
        String name = text("faqs.words", FaqNames.shown(faq.name()));
        MenuItem words = new MenuItem(name, Controls.icon(Feather.TAG));
        words.setMnemonicParsing(false);
        words.setOnAction(_ -> showWords.accept(faq.name()));
        getItems().add(words);
      }
    }
    MenuItem open = new MenuItem(text("faqs.import"), Controls.icon(Feather.DOWNLOAD));
    open.setOnAction(_ -> importFile.run());
    getItems().add(open);
    if (!lock.openProperty().get()) {
      getItems().forEach(item -> item.setDisable(true));
      MenuItem why = new MenuItem(text("lock.locked"));
      why.setDisable(true);
      MenuItem unlock = new MenuItem(text("lock.unlock-ask"), Controls.icon(Feather.LOCK));
      unlock.setOnAction(_ -> lock.guard(() -> {}));
      getItems().addAll(new SeparatorMenuItem(), why, unlock);
    }
  }
}
