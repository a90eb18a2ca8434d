package org.deskbert.ui.faq;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.app.ImportMode;
import org.deskbert.faq.Problem;
import org.deskbert.ui.faq.ImportModel.State;
import org.deskbert.ui.kit.Controls;
import org.kordamp.ikonli.feather.Feather;

/** The page of an import: progress, a name that is taken, bad rows, or why it failed. */
public final class ImportView extends VBox {
  /** More bad rows than this are counted, not listed. */
  private static final int MOST_ROWS = 200;

  private final ImportModel model;

  /** Shows {@code model}. */
  public ImportView(ImportModel model) {
    this.model = model;
    setId("import");
    getStyleClass().addAll("page", "import-page");
    setAlignment(Pos.TOP_CENTER);
    model.stateProperty().addListener((_, before, after) -> show(before, after));
  }

  private void show(State before, State after) {
    // While the same phase goes on only the bar moves.
    if (before instanceof State.Running a
        && after instanceof State.Running b
        && a.phase().equals(b.phase())
        && lookup("#import-progress") instanceof ProgressBar bar) {
      bar.setProgress(b.share());
      return;
    }
    getChildren().setAll(content(after));
    Node first = lookup(".default-action");
    if (first != null) {
      first.requestFocus();
    }
  }

  private Region content(State state) {
    return switch (state) {
      case State.Idle _ -> new Region();
      case State.Taken taken -> taken(taken);
      case State.Running running -> running(running);
      case State.BadRows bad -> badRows(bad);
      case State.Failed failed ->
          card(
              "“" + nameOf(failed.file()) + "” can't be imported",
              failed.sentence(),
              null,
              first(Controls.button("Back to the conversation", model::cancel)));
    };
  }

  private Region taken(State.Taken taken) {
    String name = taken.name();
    return card(
        "There is already a FAQ “" + name + "”",
        "Replace takes the file's entries instead of all that are there. Merge adds them, and"
            + " those with the same id take the place of the old ones.",
        null,
        first(
            Controls.button(
                "Merge into “" + name + "”",
                () -> model.run(taken.file(), name, ImportMode.MERGE, false))),
        Controls.button(
            "Replace “" + name + "”",
            () -> model.run(taken.file(), name, ImportMode.REPLACE, false)),
        Controls.button("Cancel", model::cancel));
  }

  private Region running(State.Running running) {
    ProgressBar bar = new ProgressBar(running.share());
    bar.setId("import-progress");
    bar.setAccessibleText(running.phase());
    bar.setMaxWidth(Double.MAX_VALUE);
    return card(
        "Importing “" + nameOf(running.file()) + "”",
        running.phase() + " …",
        bar,
        first(Controls.button("Cancel", model::cancel)));
  }

  private Region badRows(State.BadRows bad) {
    List<Problem> problems = bad.problems();
    long errors = problems.stream().filter(row -> row.severity() == Problem.Severity.ERROR).count();
    VBox rows = new VBox();
    rows.getStyleClass().add("problem-rows");
    problems.stream().limit(MOST_ROWS).map(ImportView::row).forEach(rows.getChildren()::add);
    if (problems.size() > MOST_ROWS) {
      rows.getChildren()
          .add(Controls.text((problems.size() - MOST_ROWS) + " more are not listed.", "muted"));
    }
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    scroll.getStyleClass().add("problem-list");
    String count = errors == 1 ? "1 row" : errors + " rows";
    Button skip =
        Controls.button(
            errors == 1
                ? "Skip the bad row and import the rest"
                : "Skip the " + errors + " bad rows and import the rest",
            () -> model.run(bad.file(), bad.name(), bad.mode(), true));
    skip.setId("skip-bad");
    Region card =
        card(
            count + " of “" + nameOf(bad.file()) + "” can't be read",
            "Nothing was imported yet. Mend the rows in the file, or leave them out.",
            scroll,
            first(skip),
            Controls.button("Cancel", model::cancel));
    card.setMinHeight(0);
    return card;
  }

  private static Node row(Problem problem) {
    Label place = new Label(problem.line() > 0 ? "Line " + problem.line() : "File");
    place.getStyleClass().addAll("problem-place", "digits");
    place.setMinWidth(Region.USE_PREF_SIZE);
    VBox text = new VBox(Controls.text(problem.text()), Controls.text(problem.remedy(), "muted"));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        new HBox(
            Controls.icon(
                problem.severity() == Problem.Severity.ERROR ? Feather.ALERT_CIRCLE : Feather.INFO),
            place,
            text);
    row.getStyleClass()
        .addAll("problem-row", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
    row.setAccessibleText(problem.sentence());
    return row;
  }

  private static Region card(
      String title, String text, @org.jspecify.annotations.Nullable Node body, Button... buttons) {
    VBox card = new VBox(Controls.text(title, "section-title"), Controls.text(text, "muted"));
    card.getStyleClass().add("import-card");
    if (body != null) {
      card.getChildren().add(body);
    }
    javafx.scene.layout.FlowPane row = new javafx.scene.layout.FlowPane(buttons);
    row.getStyleClass().add("buttons");
    card.getChildren().add(row);
    return card;
  }

  private static Button first(Button button) {
    button.getStyleClass().addAll("default-action", Styles.ACCENT);
    return button;
  }

  private static String nameOf(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }
}
