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
  /** So many letters of a name are always seen. */
  private static final double LEAST = 5;

  private final FaqModel model;
  private final Runnable importFile;
  private final Consumer<String> showWords;
  private final Consumer<String> giveAway;
  private final Runnable report;
  private final LockModel lock;

  /**
   * Shows {@code model}.
   *
   * @param importFile lets the user choose a file
   * @param showWords shows the synonyms and intents of a FAQ
   * @param giveAway lets the user choose where a FAQ is packed to
   * @param report lets the user choose where the weekly report goes
   * @param lock whether the library may be changed
   */
  public FaqMenu(
      FaqModel model,
      Runnable importFile,
      Consumer<String> showWords,
      Consumer<String> giveAway,
      Runnable report,
      LockModel lock) {
    this.model = model;
    this.importFile = importFile;
    this.showWords = showWords;
    this.giveAway = giveAway;
    this.report = report;
    this.lock = lock;
    setId("faq-menu");
    setMnemonicParsing(false);
    getStyleClass().addAll(Styles.FLAT, "faq-menu");
    Controls.name(this, ""); // the tooltip has the whole name, and follows
    Follow.of(this, model.faqs(), this::refresh);
    Follow.of(this, lock.openProperty(), this::refresh);
  }

  /** A long name gives way where the window is narrow. */
  @Override
  protected double computeMinWidth(double height) {
    return Math.min(computePrefWidth(height), LEAST * getFont().getSize());
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
        String name = FaqNames.shown(faq.name());
        add(text("faqs.words", name), Feather.TAG, () -> showWords.accept(faq.name()));
        add(text("faqs.pack", name), Feather.PACKAGE, () -> giveAway.accept(faq.name()));
      }
    }
    add(text("faqs.import"), Feather.DOWNLOAD, importFile);
    add(text("faqs.report"), Feather.BAR_CHART_2, report);
    if (!lock.openProperty().get()) {
      getItems().forEach(item -> item.setDisable(true));
      MenuItem why = new MenuItem(text("lock.locked"));
      why.setDisable(true);
      getItems().addAll(new SeparatorMenuItem(), why);
      add(text("lock.unlock-ask"), Feather.LOCK, () -> lock.guard(() -> {}));
    }
  }

  private void add(String name, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(name, Controls.icon(icon));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    getItems().add(item);
  }
}
