package org.deskbert.ui.latency;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.trace.LatencyStats;
import org.deskbert.ui.kit.CardScroll;
import org.deskbert.ui.kit.Clip;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The latency card: last answer, its stages, percentiles, the last 60. Over the conversation it can
 * be dragged with the mouse and never takes the focus; it can have a window of its own, too.
 */
public final class LatencyOverlay extends VBox {
  /** What a reply may take until it is ready, in milliseconds: one frame. */
  private static final double READY = 16;

  private final LatencyModel model;
  private final Label last = new Label("–");
  private final Label kind = new Label(text("latency.none"));
  private final Waterfall waterfall = new Waterfall();
  private final Label[] percentiles = {new Label("–"), new Label("–"), new Label("–")};
  private final Label count = Controls.text(text("answers", 0));
  private final Sparkline sparkline = new Sparkline();
  private final Label budget = Controls.text("", "muted");
  private final Label reason = Controls.text("", "muted");
  private final Label machine = Controls.text("", "muted");
  private final Machine figures = new Machine();
  private final ObservableValue<String> fallback;
  private @Nullable Timer timer;
  private final VBox column = new VBox();
  private double grabX;
  private double grabY;

  private LatencyOverlay(
      LatencyModel model, ObservableValue<String> fallback, Button move, boolean apart) {
    this.model = model;
    this.fallback = fallback;
    getStyleClass().add(apart ? "latency-apart" : "latency-overlay");
    last.getStyleClass().add("big-number");
    kind.getStyleClass().add("muted");
    count.getStyleClass().add("muted");
    Button copy = Controls.iconButton(Feather.COPY, text("latency.copy"), this::copy);
    copy.setId("latency-copy");
    for (Button button : List.of(move, copy)) {
      button.getStyleClass().add(Styles.SMALL);
      button.setFocusTraversable(apart);
    }
    HBox foot = new HBox(count, Controls.spacer(), move, copy);
    foot.setAlignment(Pos.CENTER_LEFT);
    column
        .getChildren()
        .addAll(last, kind, waterfall, budget, table(), sparkline, reason, machine, foot);
    column.getStyleClass().add("latency-column");
    getChildren().add(new CardScroll(column));

    Follow.of(this, model.lastProperty(), this::refresh);
    Follow.of(this, fallback, this::showReason);
    visibleProperty()
        .addListener(_ -> {
          refresh();
          live();
        });
    Follow.whileShown(this, this::live, this::rest);
  }

  /**
   * The card over the conversation.
   *
   * @param fallback why words alone answer, empty if they do not
   */
  public static LatencyOverlay over(LatencyModel model, ObservableValue<String> fallback) {
    Runnable apart = () -> model.apartProperty().set(true);
    Button move = Controls.iconButton(Feather.EXTERNAL_LINK, text("latency.apart"), apart);
    move.setId("latency-apart");
    LatencyOverlay card = new LatencyOverlay(model, fallback, move, false);
    card.setId("latency-overlay");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.drag();
    return card;
  }

  /** The same in a window of its own. */
  public static LatencyOverlay apart(LatencyModel model, ObservableValue<String> fallback) {
    Runnable back = () -> model.apartProperty().set(false);
    Button move = Controls.iconButton(Feather.CORNER_UP_LEFT, text("latency.back"), back);
    move.setId("latency-back");
    return new LatencyOverlay(model, fallback, move, true);
  }

  private void drag() {
    double side = Texts.rightToLeft() ? -1 : 1; // to the right in the scene, or mirrored
    column.setOnMousePressed(event -> {
      grabX = event.getSceneX() - side * getTranslateX();
      grabY = event.getSceneY() - getTranslateY();
    });
    column.setOnMouseDragged(event -> {
      setTranslateX(side * (event.getSceneX() - grabX));
      setTranslateY(event.getSceneY() - grabY);
    });
  }

  /** Copies all of it as JSON. */
  public void copy() {
    Clip.copy(model.json(figures.take(), fallback.getValue()));
  }

  private void showReason() {
    reason.setText(fallback.getValue());
    Controls.show(reason, !reason.getText().isEmpty());
  }

  /** Takes the figures of the machine once a second while they are in sight, on no animation. */
  private void live() {
    rest();
    if (isVisible() && getScene() != null) {
      Timer started = new Timer("figures", true);
      started.schedule(
          new TimerTask() {
            @Override
            public void run() {
              Machine.Figures now = figures.take();
              Platform.runLater(() -> show(now));
            }
          },
          0,
          1000);
      timer = started;
    }
  }

  private void rest() {
    Timer running = timer;
    timer = null;
    if (running != null) {
      running.cancel();
    }
  }

  private void show(Machine.Figures now) {
    String share = String.format(Texts.locale(), "%.0f", now.share());
    String runs =
        model.cold() == null
            ? text("latency.java", Machine.java())
            : text("latency.runtimes", Machine.java(), Machine.onnxRuntime());
    String takes = text("latency.machine", now.megabytes(), share, now.threads());
    machine.setText(takes + "\n" + runs);
  }

  private GridPane table() {
    GridPane table = new GridPane();
    table.getStyleClass().add("percentiles");
    String[] names = {"p50", "p95", "p99"};
    for (int i = 0; i < names.length; i++) {
      Label name = new Label(names[i]);
      name.getStyleClass().add("muted");
      percentiles[i].getStyleClass().add("digits");
      GridPane.setHalignment(name, HPos.LEFT);
      table.add(name, i, 0);
      table.add(percentiles[i], i, 1);
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / names.length);
      table.getColumnConstraints().add(column);
    }
    return table;
  }

  private void refresh() {
    AnswerLatency latency = model.lastProperty().get();
    if (latency == null || !isVisible()) {
      return;
    }
    last.setText(AnswerLatency.format(latency.total()));
    kind.setText(
        switch (latency.kind()) {
          case USUAL -> text("latency.painted");
          case COLD -> text("latency.painted-cold");
          case CACHED -> text("latency.painted-cached");
          case WORDS -> text("latency.painted-words");
        });
    waterfall.show(latency);
    budget.setText(
        text(
            "latency.budgets",
            AnswerLatency.format(latency.ready()),
            AnswerLatency.format(READY),
            AnswerLatency.format(latency.total()),
            AnswerLatency.format(Sparkline.BUDGET)));
    AnswerLatency cold = model.cold();
    count.setText(
        cold == null
            ? text("answers", model.stats().count())
            : text(
                "latency.since",
                text("answers", model.stats().count()),
                AnswerLatency.format(cold.total())));
    LatencyStats stats = model.stats();
    percentiles[0].setText(AnswerLatency.format(stats.percentile(50)));
    percentiles[1].setText(AnswerLatency.format(stats.percentile(95)));
    percentiles[2].setText(AnswerLatency.format(stats.percentile(99)));
    sparkline.show(stats.recent());
  }
}
