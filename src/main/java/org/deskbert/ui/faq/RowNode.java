package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.said;
import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.faq.Column;
import org.deskbert.faq.Mapping;
import org.deskbert.faq.Problem;
import org.deskbert.faq.TableImport;
import org.deskbert.faq.TableImport.CellKey;
import org.deskbert.faq.TableImport.RowKey;
import org.deskbert.ui.faq.ImportState.CheckedRow;
import org.deskbert.ui.faq.ImportState.Rows;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Reflow;
import org.kordamp.ikonli.feather.Feather;

/** A row of a table that is or was bad: where it stands, what is wrong, the cells to mend. */
final class RowNode extends Reflow {
  /** Stands for a line break in a field of one line. */
  private static final String BREAK = "⏎";

  private final TableModel model;
  private final Label icon = new Label();
  private final Label place = new Label();
  private final VBox words = new VBox();
  private final VBox cells = new VBox();
  private final Button leave = Controls.button("", () -> {});
  private final Map<CellKey, TextField> fields = new LinkedHashMap<>();

  RowNode(TableModel model) {
    this.model = model;
    getStyleClass().add("problem-row");
    place.getStyleClass().addAll("problem-place", "digits");
    place.setMinWidth(Region.USE_PREF_SIZE);
    leave.setMinWidth(Region.USE_PREF_SIZE);
    cells.getStyleClass().add("row-cells");
    VBox middle = new VBox(words, cells);
    middle.getStyleClass().add("row-middle");
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox head = new HBox(icon, place);
    head.getStyleClass().add("problem-row-head");
    getChildren().addAll(head, middle, leave);
  }

  void update(Rows rows, CheckedRow row) {
    boolean bad = !row.problems().isEmpty();
    TableImport table = rows.table();
    RowKey key = row.key();
    icon.setGraphic(
        Controls.icon(
            bad ? Feather.ALERT_CIRCLE : row.left() ? Feather.MINUS_CIRCLE : Feather.CHECK_CIRCLE));
    getStyleClass().removeAll("error", "mended");
    getStyleClass().add(bad ? "error" : "mended");
    place.setText(text("import.line", key.line()));
    List<Node> said = new ArrayList<>();
    for (Problem problem : row.problems()) {
      said.add(Controls.text(said(problem.what())));
      said.add(Controls.text(said(problem.todo()), "muted"));
    }
    if (!bad) {
      said.add(Controls.text(row.left() ? text("import.left") : text("import.mended"), "muted"));
    }
    words.getChildren().setAll(said);
    for (CellKey cell : needed(table, row)) {
      fields.computeIfAbsent(cell, _ -> field(table, cell));
    }
    String wrong = row.problems().isEmpty() ? "" : said(row.problems().getFirst());
    fields.values().forEach(field -> field.setAccessibleHelp(wrong));
    Controls.show(cells, !row.left() && !fields.isEmpty());
    leave.setText(row.left() ? text("import.take-in") : text("import.leave"));
    leave.setAccessibleText(leave.getText() + ", " + place.getText());
    leave.setOnAction(_ -> model.leave(key, !row.left()));
  }

  /** Puts the caret into the first cell, if there is one. */
  boolean focusField() {
    return fields.values().stream()
        .findFirst()
        .map(field -> {
          field.requestFocus();
          return true;
        })
        .orElse(false);
  }

  /** The cells that problems name; where the id is the trouble, it too. */
  private static Set<CellKey> needed(TableImport table, CheckedRow row) {
    Mapping mapping = table.mapping(table.sheet(row.key().sheet()));
    Set<CellKey> needed = new LinkedHashSet<>();
    for (Problem problem : row.problems()) {
      int id = mapping.column(Column.ID);
      if (problem.kind().endsWith("-id") && id >= 0) {
        needed.add(new CellKey(row.key(), id + 1));
      }
      if (problem.column() > 0) {
        needed.add(new CellKey(row.key(), problem.column()));
      }
    }
    return needed;
  }

  private TextField field(TableImport table, CellKey cell) {
    Mapping mapping = table.mapping(table.sheet(cell.row().sheet()));
    Column kind =
        cell.column() <= mapping.columns().size()
            ? mapping.columns().get(cell.column() - 1)
            : Column.OTHER;
    String name =
        kind == Column.OTHER ? text("import.column", cell.column()) : ColumnsCard.name(kind);
    TextField field = new TextField(table.cell(cell).replace("\n", BREAK));
    field.setId("cell-" + cell.row().line() + "-" + cell.column());
    field.setPromptText(name);
    field.setOnAction(_ -> {
      write(cell, field);
      field.requestFocusTraversal(TraversalDirection.NEXT);
    });
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            write(cell, field);
          }
        });
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(label, field);
    line.getStyleClass().add("row-cell");
    HBox.setHgrow(field, Priority.ALWAYS);
    cells.getChildren().add(line);
    return field;
  }

  private void write(CellKey cell, TextField field) {
    model.write(cell, field.getText().replace(BREAK, "\n"));
  }
}
