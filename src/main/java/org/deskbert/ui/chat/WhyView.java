package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.deskbert.chat.Change;
import org.deskbert.chat.Reply.Explanation;
import org.deskbert.chat.Reply.Mode;
import org.deskbert.chat.Reply.Scored;
import org.deskbert.search.Candidate;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.Meter;
import org.deskbert.ui.kit.Percent;

/** Why a reply is what it is: what matched, how much each signal gave, what else was near. */
final class WhyView extends VBox {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final GridPane grid = new GridPane();
  private final List<String> spoken = new ArrayList<>();

  WhyView(Explanation why) {
    getStyleClass().addAll("drawer-card", "why");
    grid.getStyleClass().add("why-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setMinWidth(Region.USE_PREF_SIZE);
    grid.getColumnConstraints().addAll(names, values, numbers);
    getChildren().add(grid);

    if (why.candidates().isEmpty()) {
      wide(text("why.nearest"), Controls.text(text("why.nothing")));
    } else {
      Candidate best = why.candidates().getFirst().candidate();
      wide(
          best.exact() ? text("why.same") : text("why.nearest"),
          marked(best.matched(), why.question()));
      bar(text("why.words"), best.words(), -1);
      if (why.mode() == Mode.MODEL) {
        bar(text("why.meaning"), best.meaning(), -1);
      }
    }
    boolean question = why.intent().equals("faq");
    bar(
        question ? text("why.is-question") : text("why.is", why.intent()),
        why.intentConfidence(),
        -1);
    bar(text("why.confidence"), why.confidence(), why.answerAt());
    wide(text("why.limits"), Controls.text(limits(why), "muted"));
    if (why.candidates().size() > 1) {
      Scored second = why.candidates().get(1);
      wide(
          text("why.runner-up"),
          Controls.written(
              second.candidate().entry().question() + "  ·  " + Percent.of(second.confidence())));
    }
    for (int i = 0; i < why.changes().size(); i++) {
      String change = change(why.changes().get(i));
      wide(i == 0 ? text("why.otherwise") : "", Controls.text(change, "muted"));
    }
    if (why.mode() == Mode.WORDS) {
      wide(text("why.note"), Controls.text(text("why.words-alone"), "muted"));
    }
    if (why.cut()) {
      wide(text("why.note"), Controls.text(text("why.cut"), "muted"));
    }
  }

  /** What would have changed the reply, a sentence. */
  static String change(Change change) {
    return switch (change) {
      case Change.MoreTolerance more -> text("why.more", more.wrongPercent());
      case Change.LessTolerance less -> text("why.less", less.wrongPercent());
      case Change.WithoutRunnerUp without ->
          text("why.without", without.runnerUp().entry().question());
      case Change.Phrasing phrasing when phrasing.first() != null ->
          text("why.phrasing", phrasing.first().entry().question());
      case Change.Phrasing phrasing -> text("why.any-phrasing");
      case Change.OneOwner one -> text("why.one-owner");
    };
  }

  private static String limits(Explanation why) {
    String answer = Percent.of(why.answerAt());
    return why.suggestAt() < why.answerAt()
        ? text("why.suggested", answer, Percent.of(why.suggestAt()))
        : text("why.answered", answer);
  }

  private void bar(String name, double value, double threshold) {
    Label number = new Label(Percent.of(value));
    number.getStyleClass().add("digits");
    Meter meter = new Meter(value, threshold, name);
    spoken.add(meter.getAccessibleText());
    grid.addRow(grid.getRowCount(), name(name), meter, number);
  }

  private void wide(String name, Node value) {
    int row = grid.getRowCount();
    spoken.add(name.isEmpty() ? words(value) : name + ": " + words(value));
    grid.add(name(name), 0, row);
    grid.add(value, 1, row, 2, 1);
  }

  private static String words(Node value) {
    return value instanceof TextFlow flow
        ? flow.getChildren().stream()
            .map(piece -> ((Text) piece).getText())
            .collect(Collectors.joining())
        : ((Label) value).getText();
  }

  /** All of it as a screen reader says it, a line each. */
  String spoken() {
    return String.join("\n", spoken);
  }

  private static Label name(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    return label;
  }

  private static TextFlow marked(String phrasing, String question) {
    TextFlow flow = new TextFlow();
    for (Piece piece : common(phrasing, question)) {
      Text text = new Text(piece.text());
      text.getStyleClass().add(piece.common() ? "strong" : "plain");
      flow.getChildren().add(text);
    }
    flow.setMinWidth(0);
    Direction.follow(flow, phrasing);
    return flow;
  }

  /** A stretch of text that is a word of both sides, or is not. */
  record Piece(String text, boolean common) {}

  /** Splits {@code phrasing} into words that {@code question} has too and the rest. */
  static List<Piece> common(String phrasing, String question) {
    Set<String> asked =
        WORD.matcher(question)
            .results()
            .map(MatchResult::group)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Piece> pieces = new java.util.ArrayList<>();
    int end = 0;
    for (MatchResult word : WORD.matcher(phrasing).results().toList()) {
      if (asked.contains(word.group().toLowerCase(Locale.ROOT))) {
        if (word.start() > end) {
          pieces.add(new Piece(phrasing.substring(end, word.start()), false));
        }
        pieces.add(new Piece(word.group(), true));
        end = word.end();
      }
    }
    if (end < phrasing.length()) {
      pieces.add(new Piece(phrasing.substring(end), false));
    }
    return pieces;
  }
}
