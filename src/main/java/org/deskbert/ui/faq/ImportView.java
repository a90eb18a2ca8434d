package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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
import org.deskbert.ui.kit.Follow;
import org.kordamp.ikonli.feather.Feather;

/** The page of an import: progress, a name that is taken, bad rows, or why it failed. */
public final class ImportView extends VBox {
  /** More bad rows than this are counted, not listed. */
  private static final int MOST_ROWS = 200;

  /** Lines of a card that a screen reader is given at once. */
  private static final int SAID = 7;

  private final ImportModel model;
  private State shown = new State.Idle();

  /** Shows {@code model}. */
  public ImportView(ImportModel model) {
    this.model = model;
    setId("import");
    getStyleClass().addAll("page", "import-page");
    setAlignment(Pos.TOP_CENTER);
    Follow.of(this, model.stateProperty(), this::refresh);
  }

  private void refresh() {
    State before = shown;
    State after = model.stateProperty().get();
    shown = after;
    // While the same phase goes on only the bar moves.
    if (before instanceof State.Running a
        && after instanceof State.Running b
        && a.phase() == b.phase()
        && lookup("#import-progress") instanceof ProgressBar bar) {
      bar.setProgress(b.share());
      return;
    }
    // A side that was chosen changes the card, not the place in its list.
    if (after instanceof State.Review review
        && !getChildren().isEmpty()
        && getChildren().getFirst() instanceof ReviewCard card
        && card.shows(review)) {
      return;
    }
    getChildren().setAll(content(after));
    Node first = lookup(".default-action");
    if (first != null) {
      // Said with the button's name.
      first.setAccessibleHelp(
          words(getChildren().getFirst()).limit(SAID).collect(Collectors.joining("\n")));
    }
    focus();
  }

  private static Stream<String> words(Node node) {
    return switch (node) {
      case Label label -> Stream.of(label.getText());
      case Labeled _ -> Stream.empty();
      case ScrollPane scroll -> words(scroll.getContent());
      case Parent row when row.getAccessibleText() != null -> Stream.of(row.getAccessibleText());
      case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(ImportView::words);
      default -> Stream.empty();
    };
  }

  /** Puts the focus on what is most likely wanted. */
  public void focus() {
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
      case State.Review review -> new ReviewCard(model, review);
      case State.BadRows bad -> badRows(bad);
      case State.Failed failed ->
          card(
              text("import.failed", nameOf(failed.file())),
              failed.sentence(),
              null,
              first(Controls.button(text("import.back"), model::cancel)));
    };
  }

  private Region taken(State.Taken taken) {
    String name = taken.name();
    return card(
        text("import.taken", name),
        text("import.taken-meaning"),
        null,
        first(
            Controls.button(
                text("import.merge", name), () -> model.review(taken.file(), name, false))),
        Controls.button(
            text("import.replace", name),
            () -> model.run(taken.file(), name, ImportMode.REPLACE, false)),
        Controls.button(text("import.cancel"), model::cancel));
  }

  private Region running(State.Running running) {
    ProgressBar bar = new ProgressBar(running.share());
    bar.setId("import-progress");
    String phase =
        switch (running.phase()) {
          case LOOKING -> text("import.looking");
          case READING -> text("import.reading");
          case TAKING -> text("import.taking");
        };
    bar.setAccessibleText(phase);
    bar.setMaxWidth(Double.MAX_VALUE);
    return card(
        text("import.title", nameOf(running.file())),
        phase,
        bar,
        first(Controls.button(text("import.cancel"), model::cancel)));
  }

  private Region badRows(State.BadRows bad) {
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
            text("import.bad", errors, nameOf(bad.file())),
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
        new VBox(Controls.written(problem.text()), Controls.written(problem.remedy(), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row =
        new HBox(
            Controls.icon(
                problem.severity() == Problem.Severity.ERROR ? Feather.ALERT_CIRCLE : Feather.INFO),
            place,
            words);
    row.getStyleClass()
        .addAll("problem-row", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
    row.setAccessibleText(problem.sentence());
    return row;
  }

  private static Region card(
      String title,
      String meaning,
      @org.jspecify.annotations.Nullable Node body,
      Button... buttons) {
    VBox card = new VBox(Controls.text(title, "section-title"), Controls.text(meaning, "muted"));
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
