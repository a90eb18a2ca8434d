package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FindReplace;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Reflow;
import org.kordamp.ikonli.feather.Feather;

/** The list of entries, what can be done with several of them, and the form of one. */
final class EntriesView extends Reflow {
  private final EditorModel model;
  private final TextField filter = new TextField();
  private final ListView<Entry> list;
  private final EntryForm form;
  private final TextField category = new TextField();
  private final Flow several = new Flow();

  EntriesView(EditorModel model) {
    this.model = model;
    getStyleClass().add("entries");
    prompt(filter, "entries-filter", text("desk.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    list = new ListView<>(model.shown());
    list.setId("entries");
    list.setAccessibleText(text("desk.entries"));
    list.getStyleClass().add("entry-list");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Controls.text(text("desk.no-entries"), "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    form = new EntryForm(model);
    HBox.setHgrow(form, Priority.ALWAYS);

    prompt(category, "move-category", text("desk.category"));
    category.setOnAction(_ -> move());
    Button join = Controls.button(text("desk.join"), () -> model.join(selected()));
    join.setId("join");
    Button delete = Controls.button(text("desk.delete"), () -> model.delete(selected()));
    delete.setId("delete");
    several
        .getChildren()
        .addAll(join, delete, category, Controls.button(text("desk.move"), this::move));
    several.getStyleClass().add("entry-several");
    VBox side = new VBox(filter, list, several, replace());
    side.getStyleClass().add("entry-side");
    ScrollPane column = new ScrollPane(side); // a low window would push the header out of sight
    column.setFitToWidth(true);
    column.setFitToHeight(true);
    column.getStyleClass().add("entry-column");
    HBox.setHgrow(column, Priority.SOMETIMES);
    getChildren().addAll(column, form);

    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, entry) -> {
          if (entry != null && list.getSelectionModel().getSelectedIndices().size() == 1) {
            model.show(entry);
          }
        });
    list.getSelectionModel()
        .getSelectedIndices()
        .addListener((javafx.beans.InvalidationListener) _ -> enable(join, delete));
    enable(join, delete);
    Follow.of(this, model.currentProperty(), this::select);
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DELETE && !selected().isEmpty()) {
        model.delete(selected());
        event.consume();
      }
    });
    filter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
        list.requestFocus();
        list.getSelectionModel().clearAndSelect(0);
        event.consume();
      }
    });
  }

  private static void prompt(TextField field, String id, String name) {
    field.setId(id);
    field.setPromptText(name);
    Controls.accessibleName(field, name);
  }

  /** Puts the caret into the filter. */
  void focus() {
    filter.requestFocus();
  }

  /** Puts the caret into the first question of the entry in the form. */
  void focusForm() {
    form.focus();
  }

  private VBox replace() {
    TextField find = new TextField();
    TextField by = new TextField();
    prompt(find, "replace-find", text("desk.find"));
    prompt(by, "replace-by", text("desk.replace-by"));
    Label preview = Controls.text("", "muted");
    Button all =
        Controls.button(
            text("desk.replace"),
            () -> {
              model.replace(change(find, by));
              find.clear();
            });
    all.setId("replace");
    Runnable look =
        () -> {
          boolean none = find.getText().isEmpty();
          all.setDisable(none);
          preview.setText("");
          if (!none) {
            model.preview(change(find, by), preview::setText);
          }
        };
    find.textProperty().addListener(_ -> look.run());
    by.textProperty().addListener(_ -> look.run());
    look.run();
    HBox.setHgrow(by, Priority.ALWAYS);
    all.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(by, all);
    line.getStyleClass().add("entry-row");
    VBox fields = new VBox(find, line, preview);
    fields.getStyleClass().add("entry-field");
    ToggleButton open = new ToggleButton(text("desk.replace"), Controls.icon(Feather.SEARCH));
    open.setId("replace-open");
    open.setMnemonicParsing(false);
    open.setWrapText(true);
    open.setMinHeight(USE_PREF_SIZE);
    open.getStyleClass().add("unfold");
    open.selectedProperty().addListener((_, _, shown) -> Controls.show(fields, shown));
    Controls.show(fields, false);
    return new VBox(open, fields);
  }

  private static FindReplace change(TextField find, TextField by) {
    return new FindReplace(find.getText(), by.getText(), false, false);
  }

  private void enable(Button join, Button delete) {
    int count = list.getSelectionModel().getSelectedIndices().size();
    join.setDisable(count < 2);
    delete.setDisable(count == 0);
  }

  private void move() {
    if (!selected().isEmpty()) {
      model.move(selected(), category.getText());
    }
  }

  private List<String> selected() {
    return list.getSelectionModel().getSelectedItems().stream()
        .filter(entry -> entry != null)
        .map(Entry::id)
        .toList();
  }

  /** Shows in the list which entry is in the form. */
  private void select() {
    Entry entry = model.currentProperty().get();
    int at = entry == null ? -1 : list.getItems().indexOf(entry);
    if (at >= 0 && list.getSelectionModel().getSelectedIndices().size() <= 1) {
      if (!list.getSelectionModel().isSelected(at)) {
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(at);
      }
    }
  }

  /** A question, and under it where it belongs. */
  private static final class Cell extends ListCell<Entry> {
    private final Label question = new Label();
    private final Label about = new Label();
    private final VBox box = new VBox(question, about);
    private final Tooltip whole = new Tooltip();

    Cell() {
      about.getStyleClass().add("muted");
      box.setFillWidth(false); // what runs the other way begins at the same edge all the same
      setPrefWidth(0); // a long question is cut, not scrolled to
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setGraphic(empty || entry == null ? null : box);
      setTooltip(empty || entry == null ? null : whole);
      setAccessibleText(null);
      if (!empty && entry != null) {
        question.setText(entry.question());
        Direction.follow(question, entry.question());
        String phrasings = text("desk.count", entry.phrasings().size());
        about.setText(
            entry.category().isEmpty()
                ? phrasings
                : text("desk.entry-about", entry.category(), phrasings));
        whole.setText(question.getText() + "\n" + about.getText());
        setAccessibleText(question.getText());
      }
    }
  }
}
