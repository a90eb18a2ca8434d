package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import org.deskbert.app.Backups.Backup;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Texts;

/** What the window shows where the library is damaged: its backups, and a way to begin anew. */
final class RestoreView extends VBox {
  RestoreView(RestoreModel model, Runnable quit) {
    getStyleClass().addAll("page", "restore");
    List<Backup> backups = model.backups();
    Label title = Controls.text(text("restore.title"), Styles.TITLE_3);
    Label damage = Controls.text(model.damage(), "muted");
    Label problem = Controls.text("", Styles.DANGER);
    problem.textProperty().bind(model.problemProperty());

    ComboBox<Backup> choice = new ComboBox<>();
    choice.setId("restore-choice");
    choice.getItems().setAll(backups);
    choice.setConverter(converter());
    choice.getSelectionModel().selectFirst();
    Controls.accessibleName(choice, text("restore.choice"));
    Button restore =
        Controls.button(text("restore.restore"), () -> model.restore(choice.getValue()));
    restore.setId("restore");
    restore.getStyleClass().add(Styles.ACCENT);
    restore.setDefaultButton(true);
    HBox restoring = new HBox(Controls.text(text("restore.choice")), choice, restore);
    restoring.getStyleClass().add("restore-row");
    Controls.show(restoring, !backups.isEmpty());

    Button begin = Controls.button(text("restore.begin"), model::begin);
    begin.setId("restore-begin");
    Button leave = Controls.button(text("restore.quit"), quit);
    leave.setCancelButton(true);
    HBox others = new HBox(begin, leave);
    others.getStyleClass().add("restore-row");

    getChildren()
        .setAll(
            title,
            damage,
            Controls.text(backups.isEmpty() ? text("restore.none") : text("restore.meaning")),
            restoring,
            others,
            problem);
    disableProperty().bind(model.busyProperty());
  }

  private static StringConverter<Backup> converter() {
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Texts.locale());
    return new StringConverter<>() {
      @Override
      public String toString(Backup backup) {
        return backup == null ? "" : format.format(backup.day());
      }

      @Override
      public Backup fromString(String string) {
        throw new UnsupportedOperationException("The list is not edited");
      }
    };
  }

  /** Shows the view in {@code stage}. */
  static void show(Stage stage, RestoreModel model) {
    Texts.use("");
    Curtain.form(stage, new RestoreView(model, stage::close));
  }
}
