package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.deskbert.faq.Column;
import org.deskbert.faq.Mapping;
import org.deskbert.faq.SheetRow;
import org.deskbert.faq.TableImport;
import org.deskbert.faq.TableSheet;
import org.deskbert.ui.faq.ImportState.Columns;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.InSight;

/** What the columns of a table hold, over its first rows. */
final class ColumnsCard extends VBox {
  private static final int SHOWN_ROWS = 5;

  /** Columns behind these stay what they were recognised as. */
  private static final int SHOWN_COLUMNS = 40;

  private static final int SHOWN_CHARACTERS = 200;

  private final ImportModel model;
  private final Columns first;
  private final List<ComboBox<Column>> kinds = new ArrayList<>();
  private final CheckBox header = new CheckBox();
  private final GridPane preview = new GridPane();
  private final Label problem = Controls.text("", "problem-text");
  private final Button take = Controls.button("", () -> {});
  private Columns shown;
  private boolean filling;

  ColumnsCard(ImportModel model, Columns columns) {
    this.model = model;
    this.first = columns;
    this.shown = columns;
    getStyleClass().addAll("import-card", "columns-card");
    setMaxHeight(USE_PREF_SIZE);
    take.setId("take-columns");
    take.getStyleClass().add(Styles.ACCENT);
    take.setOnAction(_ -> model.table().takeColumns());
    preview.getStyleClass().add("table-preview");
    ScrollPane scroll = new ScrollPane(preview);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("problem-list", "sideways");
    scroll.setMinHeight(USE_PREF_SIZE); // the page scrolls
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    InSight.keep(scroll);
    Flow buttons = new Flow(take, Controls.button(text("import.cancel"), model::cancel));
    buttons.getStyleClass().add("buttons");
    getChildren()
        .addAll(
            Controls.text(text("import.columns", columns.table().name()), "section-title"),
            Controls.text(text("import.columns-meaning"), "muted"),
            choices(),
            scroll,
            problem,
            buttons);
    for (int i = 0; i < Math.min(SHOWN_COLUMNS, mapping().columns().size()); i++) {
      kinds.add(kind(i));
    }
    update(columns);
  }

  /** Whether it shows that sheet; what its columns hold is its own matter. */
  boolean shows(Columns columns) {
    return columns.sheet() == first.sheet()
        && columns.table().sheets().equals(first.table().sheets());
  }

  /** Shows what was said now. */
  void update(Columns columns) {
    shown = columns;
    filling = true;
    for (int i = 0; i < kinds.size(); i++) {
      kinds.get(i).setValue(mapping().columns().get(i));
    }
    header.setSelected(mapping().header() >= 0);
    filling = false;
    fill();
    boolean complete = columns.table().isComplete();
    problem.setText(complete ? columns.problem() : missing());
    take.setDisable(!complete);
    take.setText(text("import.rows", rows(columns.table())));
    take.getStyleClass().remove("default-action");
    if (complete) {
      take.getStyleClass().add("default-action");
    }
  }

  /** Puts the focus where something is to be done. */
  void focus() {
    Node wanted = take.isDisable() && !kinds.isEmpty() ? kinds.getFirst() : take;
    wanted.requestFocus();
  }

  private Mapping mapping() {
    return shown.table().mapping(shown.sheet());
  }

  private TableSheet sheet() {
    return shown.table().sheets().get(shown.sheet());
  }

  private String missing() {
    Mapping mapping = mapping();
    boolean question =
        mapping.columns().contains(Column.QUESTION) || mapping.columns().contains(Column.PHRASINGS);
    boolean answer = mapping.columns().contains(Column.ANSWER);
    if (question == answer) {
      return text("import.need-both");
    }
    return question ? text("import.need-answer") : text("import.need-question");
  }

  private static int rows(TableImport table) {
    return IntStream.range(0, table.sheets().size())
        .filter(i -> table.mapping(i).complete())
        .map(i -> table.sheets().get(i).rows().size() - table.mapping(i).header() - 1)
        .sum();
  }

  private Flow choices() {
    TextField name = new TextField(shown.name());
    name.setId("import-name");
    name.textProperty().addListener(_ -> model.table().call(name.getText().strip()));
    name.setOnAction(_ -> model.table().takeColumns());
    Flow choices = new Flow(field(text("import.name"), name));
    List<TableSheet> sheets = shown.table().sheets();
    if (sheets.size() > 1) {
      ComboBox<String> sheet = new ComboBox<>();
      String before = shown.table().name() + ", sheet ";
      sheets.forEach(each -> sheet.getItems().add(each.name().replace(before, "")));
      sheet.getSelectionModel().select(shown.sheet());
      sheet.setId("import-sheet");
      sheet
          .getSelectionModel()
          .selectedIndexProperty()
          .addListener((_, _, now) -> model.table().showSheet(now.intValue()));
      choices.getChildren().add(field(text("import.sheet"), sheet));
    }
    int row = Math.max(0, mapping().header());
    header.setText(
        row == 0
            ? text("import.header")
            : text("import.header-row", sheet().rows().get(row).line()));
    header.setMnemonicParsing(false);
    header.setId("import-header");
    header.setOnAction(
        _ -> model.table().map(mapping().withHeader(header.isSelected() ? row : -1)));
    choices.getChildren().add(header);
    choices.setRowValignment(javafx.geometry.VPos.BOTTOM);
    choices.getStyleClass().add("table-choices");
    return choices;
  }

  private static VBox field(String name, javafx.scene.control.Control control) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setLabelFor(control);
    VBox field = new VBox(label, control);
    field.getStyleClass().add("entry-field");
    return field;
  }

  private ComboBox<Column> kind(int column) {
    ComboBox<Column> kind = new ComboBox<>();
    kind.getItems().addAll(Column.values());
    kind.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Column value) {
            return value == null ? "" : name(value);
          }

          @Override
          public Column fromString(String name) {
            throw new UnsupportedOperationException("nobody can write here");
          }
        });
    kind.setId("column-" + column);
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.valueProperty()
        .addListener((_, _, now) -> {
          if (!filling) {
            model.table().map(mapping().with(column, now));
          }
        });
    return kind;
  }

  private void fill() {
    boolean keep = kinds.stream().anyMatch(Node::isFocused);
    Node focused = keep ? getScene().getFocusOwner() : null;
    preview.getChildren().removeIf(node -> !kinds.contains(node));
    List<SheetRow> rows = shown.table().rows(shown.sheet(), SHOWN_ROWS);
    List<String> names = mapping().names(sheet());
    for (int i = 0; i < kinds.size(); i++) {
      ComboBox<Column> kind = kinds.get(i);
      String title =
          i < names.size() && !names.get(i).isBlank() ? names.get(i) : text("import.column", i + 1);
      Controls.accessibleName(kind, text("import.column-holds", title));
      boolean used = mapping().columns().get(i) != Column.OTHER;
      if (!preview.getChildren().contains(kind)) {
        preview.add(kind, i, 0);
      }
      Label name = cell(title, used);
      name.getStyleClass().add("strong");
      preview.add(name, i, 1);
      for (int row = 0; row < rows.size(); row++) {
        preview.add(cell(rows.get(row).cell(i), used), i, row + 2);
      }
    }
    if (focused != null) {
      focused.requestFocus();
    }
  }

  private static Label cell(String text, boolean used) {
    String line = text.strip().replaceAll("\\s+", " ");
    Label label = new Label(line.substring(0, Math.min(SHOWN_CHARACTERS, line.length())));
    label.getStyleClass().add(used ? "used" : "muted");
    label.setTooltip(new Tooltip(text.strip()));
    Direction.follow(label, line);
    return label;
  }

  /** The kind as people know it. */
  static String name(Column kind) {
    return switch (kind) {
      case ID -> text("import.kind-id");
      case QUESTION -> text("import.kind-question");
      case PHRASINGS -> text("import.kind-phrasings");
      case ANSWER -> text("import.kind-answer");
      case CATEGORY -> text("import.kind-category");
      case TAGS -> text("import.kind-tags");
      case PARENT -> text("import.kind-parent");
      case UNTIL -> text("import.kind-until");
      case NOTES -> text("import.kind-notes");
      case OTHER -> text("import.kind-other");
    };
  }
}
