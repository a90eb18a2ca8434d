package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.faq.TableImport.RowKey;
import org.deskbert.ui.faq.ImportState.CheckedRow;
import org.deskbert.ui.faq.ImportState.Rows;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.InSight;

/** The bad rows of a table, each with what is wrong and the cell to mend it in. */
final class RowsCard extends VBox {
  /** More are counted, not listed: then it is the columns that are wrong. */
  private static final int MOST_ROWS = 200;

  private final ImportModel model;
  private final Label title = Controls.text("", "section-title");
  private final VBox list = new VBox();
  private final Label more = Controls.text("", "muted");
  private final Button take = Controls.button("", () -> {});
  private final Map<RowKey, RowNode> nodes = new LinkedHashMap<>();

  RowsCard(ImportModel model, Rows rows) {
    this.model = model;
    getStyleClass().addAll("import-card", "rows-card");
    setMaxHeight(USE_PREF_SIZE);
    list.getStyleClass().add("problem-rows");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    InSight.keep(scroll);
    scroll.getStyleClass().add("problem-list");
    VBox.setVgrow(scroll, Priority.SOMETIMES);
    take.setId("take-rows");
    take.getStyleClass().add(Styles.ACCENT);
    take.setOnAction(_ -> model.table().takeRows());
    Flow buttons =
        new Flow(
            take,
            Controls.button(text("import.to-columns"), model.table()::backToColumns),
            Controls.button(text("import.cancel"), model::cancel));
    buttons.getStyleClass().add("buttons");
    getChildren()
        .addAll(title, Controls.text(text("import.mend-meaning"), "muted"), scroll, more, buttons);
    update(rows);
  }

  /** Shows how the rows are now; fields keep the focus. */
  void update(Rows rows) {
    title.setText(
        rows.open() == 0
            ? text("import.all-mended")
            : text("import.mend", rows.open(), rows.table().name()));
    List<CheckedRow> shown = rows.rows().stream().limit(MOST_ROWS).toList();
    for (CheckedRow row : shown) {
      nodes.computeIfAbsent(row.key(), _ -> new RowNode(model.table())).update(rows, row);
    }
    List<RowNode> now = shown.stream().map(row -> nodes.get(row.key())).toList();
    if (!list.getChildren().equals(now)) {
      list.getChildren().setAll(now);
    }
    int hidden = rows.rows().size() - shown.size();
    more.setText(text("import.more", hidden));
    Controls.show(more, hidden > 0);
    take.setText(
        rows.open() == 0
            ? text("import.take", rows.entries())
            : text("import.take-rest", rows.entries(), rows.open()));
    take.setDisable(rows.entries() == 0);
  }

  /** Puts the caret into the first cell to mend. */
  void focus() {
    if (nodes.values().stream().noneMatch(RowNode::focusField)) {
      take.requestFocus();
    }
  }
}
