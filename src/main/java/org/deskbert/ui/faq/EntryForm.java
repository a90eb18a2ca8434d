package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.deskbert.faq.Entry;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.MarkdownView;
import org.deskbert.ui.kit.Reflow;
import org.jspecify.annotations.Nullable;

/** One entry: its questions, its answer as it will be shown, and the rest. Saves itself. */
final class EntryForm extends ScrollPane {
  /** Nobody types so slowly that every letter should be saved. */
  private static final Duration PAUSE = Duration.millis(500);

  private final EditorModel model;
  private final TextArea phrasings = new TextArea();
  private final TextArea answer = new TextArea();
  private final VBox preview = new VBox();
  private final ComboBox<String> category = new ComboBox<>();
  private final TextField tags = new TextField();
  private final TextField parent = new TextField();
  private final DatePicker until = new DatePicker();
  private final TextArea notes = new TextArea();
  private final VBox form;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private @Nullable Entry filled;

  EntryForm(EditorModel model) {
    this.model = model;
    getStyleClass().add("entry-form");
    setFitToWidth(true);
    phrasings.setId("entry-phrasings");
    phrasings.setPrefRowCount(4);
    answer.setId("entry-answer");
    answer.setPrefRowCount(9);
    notes.setId("entry-notes");
    notes.setPrefRowCount(2);
    notes.setPromptText(text("desk.notes-for"));
    for (TextArea area : List.of(phrasings, answer, notes)) {
      Controls.leaveByTab(area);
      Direction.follow(area);
      area.setWrapText(true);
    }
    category.setEditable(true);
    category.setMaxWidth(Double.MAX_VALUE);
    until.setMaxWidth(Double.MAX_VALUE);
    preview.getStyleClass().add("entry-preview");
    VBox left = field(text("desk.answer"), answer);
    VBox right = field(text("desk.preview"), preview);
    Reflow both = new Reflow(left, right);
    both.getStyleClass().add("entry-row");
    for (VBox half : List.of(left, right)) {
      HBox.setHgrow(half, Priority.ALWAYS);
      half.setPrefWidth(1);
    }
    GridPane more = new GridPane();
    more.getStyleClass().add("entry-more");
    more.add(field(text("desk.category"), category), 0, 0);
    more.add(field(text("desk.tags"), tags), 1, 0);
    more.add(field(text("desk.parent"), parent), 0, 1);
    more.add(field(text("desk.until"), until), 1, 1);
    for (Node cell : more.getChildren()) {
      GridPane.setHgrow(cell, Priority.ALWAYS);
    }
    var split =
        Controls.button(
            text("desk.split"), () -> model.split(phrasings.getSelectedText().lines().toList()));
    split.setId("entry-split");
    form =
        new VBox(
            field(text("desk.phrasings"), phrasings),
            new Flow(split),
            both,
            more,
            field(text("desk.notes"), notes));
    form.getStyleClass().add("entry-fields");
    setContent(form);

    pause.setOnFinished(_ -> save());
    for (TextInputControl field :
        List.of(phrasings, answer, tags, parent, notes, category.getEditor())) {
      field.textProperty().addListener(_ -> changed());
      field.focusedProperty().addListener(_ -> save());
    }
    until.valueProperty().addListener(_ -> changed());
    answer.textProperty().addListener(_ -> showPreview());
    Follow.whileShown(this, () -> {}, this::save);
    Follow.of(this, model.currentProperty(), this::fill);
  }

  private static VBox field(String name, Node control) {
    Label label = Controls.text(name, "muted");
    label.setLabelFor(control);
    VBox field = new VBox(label, control);
    field.getStyleClass().add("entry-field");
    return field;
  }

  /** Puts the caret into the first question. */
  void focus() {
    phrasings.requestFocus();
    phrasings.selectAll();
  }

  private void changed() {
    if (filled != null) {
      pause.playFromStart();
    }
  }

  private void showPreview() {
    preview.getChildren().setAll(new MarkdownView(answer.getText()));
  }

  /** Stores what was typed; a form without a question waits for one. */
  private void save() {
    Entry before = filled;
    pause.stop();
    if (before == null || phrasings.getText().isBlank()) {
      return;
    }
    Entry typed =
        new Entry(
            before.id(),
            phrasings.getText().lines().toList(),
            answer.getText(),
            category.getEditor().getText(),
            List.of(tags.getText()),
            parent.getText(),
            until.getValue(),
            notes.getText());
    if (!typed.equals(before)) {
      filled = typed;
      model.save(typed);
    }
  }

  private void fill() {
    Entry entry = model.currentProperty().get();
    Entry before = filled;
    form.setVisible(entry != null);
    // What was typed is not typed again by the program: the caret would jump.
    if (entry == null || entry.equals(before)) {
      filled = entry;
      return;
    }
    boolean other = before != null && !before.id().equals(entry.id());
    if (other) {
      save();
    }
    filled = null;
    phrasings.setText(String.join("\n", entry.phrasings()));
    answer.setText(entry.answer());
    category.getItems().setAll(model.categories());
    category.getEditor().setText(entry.category());
    tags.setText(String.join(", ", entry.tags()));
    parent.setText(entry.parent() == null ? "" : entry.parent());
    until.setValue(entry.until());
    notes.setText(entry.notes());
    filled = entry;
    if (other) {
      setVvalue(0);
    }
  }
}
