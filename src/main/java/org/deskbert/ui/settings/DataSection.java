package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.deskbert.app.Settings.Keeping;
import org.deskbert.chat.history.ChatStore.Count;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Switch;
import org.deskbert.ui.settings.DataModel.Done;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is kept of what people ask and for how long; everything out, and everything gone. */
final class DataSection extends Section {
  /** Days to choose from; 0 is for ever. */
  private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365, 0);

  private final DataModel model;
  private final Supplier<@Nullable File> chooseFile;
  private final Label counted = Controls.text("");
  private final Label done = Controls.text("", "muted");
  private final Flow buttons = new Flow();

  DataSection(DataModel model, Supplier<@Nullable File> chooseFile) {
    super(text("settings.data"));
    this.model = model;
    this.chooseFile = chooseFile;
    Keeping now = model.keeping();
    row(
        text("data.conversations"),
        meaning(text("data.conversations-meaning")),
        kept(
            "keep-conversations",
            text("data.conversations"),
            now.conversations(),
            on ->
                model.change(k ->
                    new Keeping(
                        on, k.redacted(), k.conversationDays(), k.questions(), k.questionDays())),
            now.conversationDays(),
            days ->
                model.change(k ->
                    new Keeping(
                        k.conversations(), k.redacted(), days, k.questions(), k.questionDays()))));
    lock(model.isLocked());
    row(
        text("data.redacted"),
        meaning(text("data.redacted-meaning")),
        new Switch(
            "redact-conversations",
            now.redacted(),
            on ->
                model.change(k ->
                    new Keeping(
                        k.conversations(),
                        on,
                        k.conversationDays(),
                        k.questions(),
                        k.questionDays()))));
    lock(model.isLocked());
    row(
        text("data.questions"),
        meaning(text("data.questions-meaning")),
        kept(
            "keep-questions",
            text("data.questions"),
            now.questions(),
            on ->
                model.change(k ->
                    new Keeping(
                        k.conversations(),
                        k.redacted(),
                        k.conversationDays(),
                        on,
                        k.questionDays())),
            now.questionDays(),
            days ->
                model.change(k ->
                    new Keeping(
                        k.conversations(),
                        k.redacted(),
                        k.conversationDays(),
                        k.questions(),
                        days))));
    lock(model.isLocked());
    buttons.getStyleClass().add("buttons");
    wide(text("data.all"), counted, buttons);
    getChildren().add(done);
    ask();
    Follow.of(this, model.countProperty(), this::count);
    Follow.of(this, model.doneProperty(), this::tell);
  }

  private Node kept(
      String id,
      String name,
      boolean on,
      Consumer<Boolean> switched,
      int days,
      Consumer<Integer> chosen) {
    ComboBox<Integer> choice = new ComboBox<>();
    choice.setId(id + "-days");
    Controls.accessibleName(choice, text("data.how-long"));
    choice.getItems().setAll(DAYS);
    if (!DAYS.contains(days)) {
      choice.getItems().addFirst(days);
    }
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer value) {
            return value == null || value == 0 ? text("data.for-ever") : text("data.days", value);
          }

          @Override
          public @Nullable Integer fromString(String string) {
            return null; // nothing is typed here
          }
        });
    choice.setValue(days);
    choice.valueProperty().addListener((_, _, value) -> chosen.accept(value));
    Switch toggle = new Switch(id, on, switched);
    Controls.accessibleName(toggle, name);
    choice.disableProperty().bind(toggle.selectedProperty().not());
    HBox row = new HBox(choice, toggle);
    row.getStyleClass().add("slider-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void count() {
    Count count = model.countProperty().get();
    counted.setText(
        text(
            "data.count",
            text("conversations", count.conversations()),
            text("messages", count.messages()),
            text("questions", count.questions())));
  }

  /** Shows the two buttons. */
  private void ask() {
    Button export =
        Controls.button(
            text("data.export"),
            () -> {
              File file = chooseFile.get();
              if (file != null) {
                model.export(file.toPath());
              }
            });
    export.setId("export-all");
    export.setGraphic(Controls.icon(Feather.DOWNLOAD));
    Button erase = Controls.button(text("data.erase"), this::askAgain);
    erase.setId("erase-all");
    erase.setGraphic(Controls.icon(Feather.TRASH_2));
    buttons.getChildren().setAll(export, erase);
  }

  /** Asks in the same place whether it is meant, as this can't be undone. */
  private void askAgain() {
    Count count = model.countProperty().get();
    Button erase =
        Controls.button(
            text(
                "data.erase-really",
                text("conversations", count.conversations()),
                text("questions", count.questions())),
            () -> {
              ask();
              buttons.getChildren().getLast().requestFocus();
              model.erase();
            });
    erase.setId("erase-really");
    erase.getStyleClass().add(Styles.DANGER);
    Button keep =
        Controls.button(
            text("data.keep"),
            () -> {
              ask();
              buttons.getChildren().getLast().requestFocus();
            });
    buttons.getChildren().setAll(keep, erase);
    keep.requestFocus();
  }

  private void tell() {
    Done last = model.doneProperty().get();
    done.setText(
        switch (last) {
          case null -> "";
          case Done.Exported exported -> text("data.exported", exported.file());
          case Done.Erased erased ->
              text(
                  "data.erased",
                  text("conversations", erased.count().conversations()),
                  text("messages", erased.count().messages()),
                  text("questions", erased.count().questions()));
          case Done.Failed failed -> failed.sentence();
        });
  }
}
