package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deskbert.app.Measurements.Cell;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Starts and stops measurements of the bundles, and shows how fast they index. */
final class MeasureView extends VBox {
  private final MeasureModel model;
  private final Button all = Controls.button(text("models.measure"), this::measureAll);
  private final Button compare = Controls.button(text("models.compare"), this::measureGrid);
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = Controls.button(text("models.cancel"), this::cancel);
  private final HBox running;
  private final GridPane grid = new GridPane();
  private final Label problem = Controls.text("", "problem-text");

  MeasureView(MeasureModel model) {
    this.model = model;
    getStyleClass().add("measure");
    all.setId("measure-all");
    compare.setId("measure-grid");
    all.setGraphic(Controls.icon(Feather.CLOCK));
    compare.setGraphic(Controls.icon(Feather.GRID));
    Flow buttons = new Flow(all, compare);
    buttons.getStyleClass().add("buttons");
    Label activity = Controls.text("");
    activity.textProperty().bind(model.activityProperty());
    running = new HBox(activity, bar, cancel);
    running.getStyleClass().add("buttons-line");
    running.setAlignment(Pos.CENTER_LEFT);
    bar.accessibleTextProperty().bind(model.activityProperty());
    grid.getStyleClass().add("bench-grid");
    problem.textProperty().bind(model.problemProperty());
    getChildren()
        .addAll(
            buttons,
            Controls.text(text("models.measure-meaning"), "muted"),
            running,
            problem,
            grid);
    Follow.of(this, model.progressProperty(), this::showProgress);
    Follow.of(
        this,
        model.problemProperty(),
        () -> Controls.show(problem, !model.problemProperty().get().isEmpty()));
    Follow.of(this, model.grid(), this::showGrid);
  }

  private void measureAll() {
    model.measureAll();
    cancel.requestFocus();
  }

  private void measureGrid() {
    model.measureGrid();
    cancel.requestFocus();
  }

  private void cancel() {
    model.cancel();
  }

  private void showProgress() {
    double share = model.progressProperty().get();
    boolean under = share >= 0;
    boolean focused = cancel.isFocused();
    bar.setProgress(Math.max(0, share));
    Controls.show(running, under);
    all.setDisable(under);
    compare.setDisable(under);
    if (focused && !under) {
      all.requestFocus();
    }
  }

  private void showGrid() {
    List<Cell> cells = model.grid();
    grid.getChildren().clear();
    Controls.show(grid, !cells.isEmpty());
    List<Integer> threads = cells.stream().map(Cell::threads).distinct().sorted().toList();
    for (int i = 0; i < threads.size(); i++) {
      put(Controls.text(text("models.threads", threads.get(i)), "muted"), i + 1, 0, true);
    }
    int row = 1;
    for (Cell first : cells) {
      if (first.threads() == 1) {
        String name = text("models.row", first.model(), text("models.tokens", first.tokens()));
        put(Controls.text(name), 0, row, false);
        double best = best(cells, first);
        for (Cell cell : cells) {
          if (sameRow(cell, first)) {
            Label label = new Label(perSecond(cell.perSecond()));
            label.getStyleClass().add("digits");
            label.getStyleClass().addAll(cell.perSecond() == best ? List.of("best") : List.of());
            String spoken = text("models.threads", cell.threads());
            label.setAccessibleText(text("settings.choice", name + ", " + spoken, label.getText()));
            put(label, threads.indexOf(cell.threads()) + 1, row, true);
          }
        }
        row++;
      }
    }
  }

  private void put(Label label, int column, int row, boolean right) {
    label.setWrapText(false);
    GridPane.setHalignment(label, right ? HPos.RIGHT : HPos.LEFT);
    grid.add(label, column, row);
  }

  private static boolean sameRow(Cell a, Cell b) {
    return a.tokens() == b.tokens() && Objects.equals(a.model(), b.model());
  }

  private static double best(List<Cell> cells, Cell row) {
    return cells.stream()
        .filter(cell -> sameRow(cell, row))
        .mapToDouble(Cell::perSecond)
        .max()
        .orElse(0);
  }

  private static String perSecond(double texts) {
    return text("models.per-second", String.format(Texts.locale(), "%.0f", texts));
  }
}
