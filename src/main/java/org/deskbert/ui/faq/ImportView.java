package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.said;
import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deskbert.app.ImportMode;
import org.deskbert.faq.Problem;
import org.deskbert.ui.faq.ImportState.BadRows;
import org.deskbert.ui.faq.ImportState.Columns;
import org.deskbert.ui.faq.ImportState.Done;
import org.deskbert.ui.faq.ImportState.Failed;
import org.deskbert.ui.faq.ImportState.Idle;
import org.deskbert.ui.faq.ImportState.Review;
import org.deskbert.ui.faq.ImportState.Rows;
import org.deskbert.ui.faq.ImportState.Running;
import org.deskbert.ui.faq.ImportState.Start;
import org.deskbert.ui.faq.ImportState.Taken;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.InSight;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of an import: progress, a name that is taken, bad rows, or why it failed. */
public final class ImportView extends ScrollPane {
  /** More bad rows than this are counted, not listed. */
  private static final int MOST_ROWS = 200;

  private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

  private final ImportModel model;
  private final Runnable chooseFile;
  private final BiConsumer<String, String> open;
  private final StackPane place = new StackPane();
  private @Nullable Node card;
  private ImportState shown = new Idle();

  /**
   * Shows {@code model}.
   *
   * @param chooseFile lets the user choose a file
   * @param open shows an entry of a FAQ at the desk
   */
  public ImportView(ImportModel model, Runnable chooseFile, BiConsumer<String, String> open) {
    this.model = model;
    this.chooseFile = chooseFile;
    this.open = open;
    setId("import");
    getStyleClass().add("import-page");
    place.setAlignment(Pos.TOP_CENTER);
    place.getStyleClass().add("import-place");
    setFitToWidth(true);
    setFitToHeight(true);
    setContent(place);
    InSight.keep(this);
    Follow.of(this, model.stateProperty(), this::refresh);
    setOnKeyPressed(event -> {
      if (PASTE.match(event) && model.stateProperty().get() instanceof Start) {
        paste();
        event.consume();
      }
    });
  }

  private void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      model.open(clipboard.getFiles().getFirst().toPath());
    } else {
      model.paste(clipboard.hasString() ? clipboard.getString() : "");
    }
  }

  private void refresh() {
    ImportState before = shown;
    ImportState after = model.stateProperty().get();
    shown = after;
    if (before instanceof Running a
        && after instanceof Running b
        && a.phase() == b.phase()
        && place.lookup("#import-progress") instanceof ProgressBar bar) {
      bar.setProgress(b.share());
    } else if (!updated(card, after)) {
      Region next = content(after);
      card = next;
      place.getChildren().setAll(next);
      Node first = next.lookup(".default-action");
      if (first != null) {
        // Said with the button's name.
        first.setAccessibleHelp(Said.of(next));
      }
      focus();
    }
  }

  /** Whether the card follows by itself: what was said in it changes, not the card. */
  private static boolean updated(@Nullable Node card, ImportState state) {
    if (card instanceof ReviewCard review) {
      return state instanceof Review now && review.shows(now);
    }
    if (card instanceof ColumnsCard columns && state instanceof Columns now && columns.shows(now)) {
      columns.update(now);
      return true;
    }
    if (card instanceof RowsCard rows && state instanceof Rows now) {
      rows.update(now);
      return true;
    }
    if (card instanceof ResultCard result && state instanceof Done now && result.shows(now)) {
      result.update(now);
      return true;
    }
    return false;
  }

  /** Puts the focus on what is most likely wanted. */
  public void focus() {
    applyCss(); // before it the page is no part of the window
    switch (card) {
      case ColumnsCard columns -> columns.focus();
      case RowsCard rows -> rows.focus();
      case null, default -> {
        Node first = place.lookup(".default-action");
        if (first != null) {
          first.requestFocus();
        }
      }
    }
  }

  private Region content(ImportState state) {
    return switch (state) {
      case Idle _ -> new Region();
      case Start start -> start(start);
      case Columns columns -> new ColumnsCard(model, columns);
      case Rows rows -> new RowsCard(model, rows);
      case Taken taken -> taken(taken);
      case Running running -> running(running);
      case Review review -> new ReviewCard(model, review);
      case BadRows bad -> badRows(bad);
      case Done done -> new ResultCard(model, done, open);
      case Failed failed ->
          card(
              text("import.failed", failed.source()),
              failed.sentence(),
              null,
              first(Controls.button(text("import.back"), model::back)));
    };
  }

  private Region start(Start start) {
    Label problem = Controls.text(start.problem(), "problem-text");
    Controls.show(problem, !start.problem().isEmpty());
    Button choose = first(Controls.button(text("import.choose"), chooseFile));
    Button paste = Controls.button(text("import.paste"), this::paste);
    paste.setId("import-paste");
    Region card =
        card(
            text("import.start"),
            text("import.start-meaning"),
            problem,
            choose,
            paste,
            Controls.button(text("import.cancel"), model::cancel));
    card.getStyleClass().add("drop-card");
    return card;
  }

  private Region taken(Taken taken) {
    String name = taken.name();
    return card(
        text("import.taken", name),
        text("import.taken-meaning"),
        null,
        first(
            Controls.button(
                text("import.merge", name), () -> model.review(taken.source(), name, false))),
        Controls.button(
            text("import.replace", name),
            () -> model.run(taken.source(), name, ImportMode.REPLACE, false)),
        Controls.button(text("import.step-back"), model::back));
  }

  private Region running(Running running) {
    ProgressBar bar = new ProgressBar(running.share());
    bar.setId("import-progress");
    String phase =
        switch (running.phase()) {
          case LOOKING -> text("import.looking");
          case READING -> text("import.reading");
          case CHECKING -> text("import.checking");
          case TAKING -> text("import.taking");
        };
    bar.setAccessibleText(phase);
    bar.setMaxWidth(Double.MAX_VALUE);
    return card(
        text("import.title", running.source()),
        phase,
        bar,
        first(Controls.button(text("import.cancel"), model::cancel)));
  }

  private Region badRows(BadRows bad) {
    List<Problem> problems = bad.problems();
    long errors = problems.stream().filter(row -> row.severity() == Problem.Severity.ERROR).count();
    VBox rows = new VBox();
    rows.getStyleClass().add("problem-rows");
    problems.stream().limit(MOST_ROWS).map(ImportView::row).forEach(rows.getChildren()::add);
    if (problems.size() > MOST_ROWS) {
      rows.getChildren()
          .add(Controls.text(text("import.more", problems.size() - MOST_ROWS), "muted"));
    }
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    scroll.getStyleClass().add("problem-list");
    Button skip = Controls.button(text("import.skip", errors), () -> model.skipBad(bad));
    skip.setId("skip-bad");
    Region card =
        card(
            text("import.bad", errors, bad.source().label()),
            text("import.bad-meaning"),
            scroll,
            first(skip),
            Controls.button(text("import.cancel"), model::cancel));
    card.setMinHeight(0);
    return card;
  }

  private static Node row(Problem problem) {
    Label place =
        new Label(problem.line() > 0 ? text("import.line", problem.line()) : text("import.file"));
    place.getStyleClass().addAll("problem-place", "digits");
    place.setMinWidth(Region.USE_PREF_SIZE);
    VBox words =
        new VBox(Controls.text(said(problem.what())), Controls.text(said(problem.todo()), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        new HBox(
            Controls.icon(
                problem.severity() == Problem.Severity.ERROR ? Feather.ALERT_CIRCLE : Feather.INFO),
            place,
            words);
    row.getStyleClass()
        .addAll("problem-row", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
    row.setAccessibleText(said(problem));
    return row;
  }

  private static Region card(String title, String meaning, @Nullable Node body, Button... buttons) {
    VBox card = new VBox(Controls.text(title, "section-title"), Controls.text(meaning, "muted"));
    card.getStyleClass().add("import-card");
    card.setMaxHeight(USE_PREF_SIZE);
    if (body != null) {
      card.getChildren().add(body);
    }
    Flow row = new Flow(buttons);
    row.getStyleClass().add("buttons");
    card.getChildren().add(row);
    return card;
  }

  private static Button first(Button button) {
    button.getStyleClass().addAll("default-action", Styles.ACCENT);
    return button;
  }
}
