package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deskbert.app.FaqSummary;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.deskbert.ui.kit.FaqNames;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The conversation before the first question: whom one talks to, the questions that people ask
 * most, and the topics of the FAQ to look around in.
 */
final class EmptyView extends ScrollPane {
  private static final int SAMPLES = 6;
  private static final int COLUMNS = 3;

  /** Below this many pixels the cards stand under each other. */
  private static final double NARROW = 620;

  private final VBox column = new VBox();
  private final FlowPane chips = new FlowPane();
  private final GridPane cards = new GridPane();
  private Consumer<String> ask = _ -> {};

  EmptyView() {
    getStyleClass().addAll("empty-scroll", "settings-content");
    setId("empty");
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    column.getStyleClass().add("empty");
    column.setAlignment(Pos.CENTER);
    chips.getStyleClass().add("topics");
    chips.setAlignment(Pos.CENTER);
    cards.getStyleClass().add("cards");
    StackPane middle = new StackPane(column);
    setContent(middle);
    widthProperty().addListener(_ -> arrange());
  }

  /** Shows the FAQs that answer, and offers {@code ownFile} unless it is null. */
  void show(List<FaqSummary> faqs, Consumer<String> asker, @Nullable Runnable ownFile) {
    ask = asker;
    List<FaqSummary> active = faqs.stream().filter(FaqSummary::active).toList();
    ToggleGroup group = new ToggleGroup();
    chips.getChildren().clear();
    List<String> samples = samples(active);
    chip(group, text("empty.most-asked"), samples);
    for (FaqSummary faq : active) {
      faq.topics().forEach(topic -> chip(group, topic.name(), topic.questions()));
    }
    Controls.show(chips, chips.getChildren().size() > 2);
    column
        .getChildren()
        .setAll(
            Controls.text(greeting(active), "page-title"),
            Controls.text(promise(active), "muted"),
            chips,
            cards);
    if (ownFile != null) {
      column.getChildren().add(own(ownFile));
    }
    group.selectToggle(group.getToggles().getFirst());
    fill(samples);
  }

  private static FlowPane own(Runnable ownFile) {
    Button choose = Controls.button(text("empty.own-file"), ownFile);
    choose.setId("own-file");
    choose.setGraphic(Controls.icon(Feather.DOWNLOAD));
    FlowPane own = new FlowPane(Controls.text(text("empty.sample"), "muted"), choose);
    own.getStyleClass().add("own-file");
    own.setAlignment(Pos.CENTER);
    return own;
  }

  private void chip(ToggleGroup group, String name, List<String> questions) {
    ToggleButton chip = new ToggleButton(name);
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll(Styles.SMALL, "reason");
    chip.setToggleGroup(group);
    chip.setOnAction(_ -> {
      chip.setSelected(true); // one of them always is
      fill(questions);
    });
    chips.getChildren().add(chip);
  }

  private void fill(List<String> questions) {
    cards.getChildren().clear();
    for (String question : questions) {
      Button card = Controls.button(question, () -> ask.accept(question));
      card.getStyleClass().add("card-button");
      card.setWrapText(true);
      card.setMinHeight(USE_PREF_SIZE);
      card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      card.setAlignment(Pos.TOP_LEFT);
      Direction.follow(card, question);
      GridPane.setHgrow(card, Priority.ALWAYS);
      GridPane.setFillHeight(card, true);
      cards.getChildren().add(card);
    }
    arrange();
  }

  static String greeting(List<FaqSummary> active) {
    return active.isEmpty()
        ? text("empty.none")
        : text("empty.ask", FaqNames.joined(active.stream().map(FaqSummary::name).toList()));
  }

  private static String promise(List<FaqSummary> active) {
    int entries = active.stream().mapToInt(FaqSummary::entries).sum();
    return active.isEmpty() ? text("empty.choose") : text("empty.promise", entries);
  }

  /** The first question of each FAQ, then the second of each, until there are six. */
  static List<String> samples(List<FaqSummary> active) {
    List<String> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      for (FaqSummary faq : active) {
        if (samples.size() < SAMPLES && i < faq.samples().size()) {
          samples.add(faq.samples().get(i));
        }
      }
    }
    return samples;
  }

  private void arrange() {
    int columns = getWidth() < NARROW ? 1 : COLUMNS;
    cards.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(100.0 / columns);
      cards.getColumnConstraints().add(width);
    }
    for (int i = 0; i < cards.getChildren().size(); i++) {
      GridPane.setConstraints(cards.getChildren().get(i), i % columns, i / columns);
    }
  }
}
