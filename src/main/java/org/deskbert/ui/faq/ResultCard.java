package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.said;
import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.deskbert.app.ImportReport;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.ui.faq.ImportState.Answers;
import org.deskbert.ui.faq.ImportState.Done;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.Flow;
import org.kordamp.ikonli.feather.Feather;

/** What an import did, and which questions do not find their entry. */
final class ResultCard extends VBox {
  /** More of what was left out is counted; the command line lists it all. */
  private static final int MOST_NOTES = 12;

  private final BiConsumer<String, String> open;
  private final ProgressBar bar = new ProgressBar();
  private final Label found = Controls.text("");
  private final Label problem = Controls.text("", "problem-text");
  private final ListView<OwnQuestion> lost = new ListView<>();
  private final Button answer = Controls.button(text("import.answer"), () -> {});
  private final Button ask;
  private final String faq;

  /**
   * Shows a result.
   *
   * @param open shows an entry of a FAQ at the desk
   */
  ResultCard(ImportModel model, Done done, BiConsumer<String, String> open) {
    this.open = open;
    ImportReport report = done.report();
    faq = report.name();
    getStyleClass().addAll("import-card", "result-card");
    setMaxHeight(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    found.setLabelFor(bar);
    found.setId("import-found");
    lost.setId("import-lost");
    lost.setAccessibleText(text("import.lost-list"));
    lost.getStyleClass().add("change-list");
    lost.setCellFactory(_ -> new Cell());
    VBox.setVgrow(lost, Priority.ALWAYS);
    answer.setId("import-answer");
    answer.setOnAction(_ -> {
      model.result().activate();
      askButton().requestFocus();
    });
    ask = Controls.button(text("import.ask"), model::cancel);
    ask.setId("import-ask");
    Flow buttons = new Flow(answer, ask);
    buttons.getStyleClass().add("buttons");
    getChildren()
        .addAll(
            Controls.text(
                text("import.result", FaqNames.shown(faq), text("answers", report.entries())),
                "section-title"),
            Controls.text(
                text("import.result-changes", report.added(), report.changed(), report.removed())));
    if (!report.notes().isEmpty()) {
      getChildren()
          .add(
              Controls.text(
                  text("import.noted", report.notes().size(), said(report.notes().getFirst())),
                  "muted"));
      report.notes().stream()
          .skip(1)
          .limit(MOST_NOTES - 1)
          .forEach(note -> getChildren().add(Controls.text(said(note), "muted")));
      if (report.notes().size() > MOST_NOTES) {
        getChildren()
            .add(Controls.text(text("import.more", report.notes().size() - MOST_NOTES), "muted"));
      }
    }
    if (done.answers() == Answers.FIRST) {
      getChildren().add(Controls.text(text("import.first"), "muted"));
    }
    getChildren().addAll(found, bar, lost, problem, buttons);
    update(done);
  }

  private Button askButton() {
    return ask;
  }

  /** Whether it shows that import. */
  boolean shows(Done done) {
    return done.report().name().equals(faq);
  }

  void update(Done done) {
    List<OwnQuestion> questions = done.lost();
    bar.setProgress(done.share());
    found.setText(
        questions == null
            ? text("import.asking")
            : questions.isEmpty()
                ? text("import.found-all")
                : text("import.lost", questions.size()));
    problem.setText(done.problem());
    Controls.show(problem, !done.problem().isEmpty());
    Controls.show(bar, questions == null && done.problem().isEmpty());
    Controls.show(lost, questions != null && !questions.isEmpty());
    if (questions != null && !questions.equals(lost.getItems())) {
      lost.getItems().setAll(questions);
    }
    Controls.show(answer, done.answers() == Answers.NOT_YET);
    Button first = answer.isVisible() ? answer : ask;
    for (Button button : List.of(answer, ask)) {
      button.getStyleClass().removeAll("default-action", Styles.ACCENT);
    }
    first.getStyleClass().addAll("default-action", Styles.ACCENT);
  }

  private final class Cell extends ListCell<OwnQuestion> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(OwnQuestion question, boolean empty) {
      super.updateItem(question, empty);
      setGraphic(empty || question == null ? null : line(question));
      setAccessibleText(
          empty || question == null ? null : question.question() + ". " + why(question));
    }

    private Node line(OwnQuestion question) {
      VBox words =
          new VBox(Controls.written(question.question()), Controls.text(why(question), "muted"));
      HBox.setHgrow(words, Priority.ALWAYS);
      Button button =
          Controls.button(text("import.open-entry"), () -> open.accept(faq, question.entry().id()));
      button.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(Controls.icon(Feather.ALERT_TRIANGLE), words, button);
      line.getStyleClass().add("problem-row");
      return line;
    }

    private static String why(OwnQuestion question) {
      LocalDate until = question.entry().until();
      if (until != null && until.isBefore(LocalDate.now(ZoneId.systemDefault()))) {
        return text("import.lost-expired");
      }
      return question.instead().isEmpty()
          ? text("import.lost-nothing")
          : text("import.lost-instead", question.instead());
    }
  }
}
