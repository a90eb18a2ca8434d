package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deskbert.faq.Intent;
import org.deskbert.ui.kit.Controls;
import org.jspecify.annotations.Nullable;

/** The fields of an intent; Tab leaves each of them. */
final class IntentForm extends VBox {
  private final WordsModel model;
  private final TextField name = new TextField();
  private final TextArea examples = new TextArea();
  private final TextArea reply = new TextArea();
  private final TextField entry = new TextField();
  private final Button save;
  private @Nullable Intent edited;

  IntentForm(WordsModel model) {
    this.model = model;
    this.save = Controls.button(text("words.save"), this::save);
    getStyleClass().add("words-form");
    field(name, "intent-name", text("words.name"));
    field(examples, "intent-examples", text("words.examples"));
    field(reply, "intent-reply", text("words.reply"));
    field(entry, "intent-entry", text("words.entry"));
    examples.setPrefRowCount(3);
    reply.setPrefRowCount(2);
    save.setId("intent-save");
    getChildren().addAll(name, examples, reply, entry, new HBox(save));
  }

  private static void field(TextInputControl field, String id, String name) {
    field.setId(id);
    field.setPromptText(name);
    Controls.accessibleName(field, name);
    if (field instanceof TextArea area) {
      area.setWrapText(true);
      Controls.leaveByTab(area);
    }
  }

  /** Takes an intent into the fields. */
  void edit(Intent intent) {
    edited = intent;
    name.setText(intent.name());
    examples.setText(String.join("\n", intent.examples()));
    reply.setText(intent.reply());
    entry.setText(intent.entry() == null ? "" : intent.entry());
    name.requestFocus();
  }

  private void save() {
    Intent intent =
        new Intent(
            name.getText(), examples.getText().lines().toList(), reply.getText(), entry.getText());
    model.saveIntent(
        edited,
        intent,
        () -> {
          edited = null;
          name.clear();
          examples.clear();
          reply.clear();
          entry.clear();
          name.requestFocus();
        });
  }
}
