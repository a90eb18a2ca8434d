package org.deskbert.ui.chat;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.app.FaqSummary;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;

/** The conversation before the first question: whom one talks to and three questions to try. */
final class EmptyView extends VBox {
  private static final int SAMPLES = 3;

  /** Below this many widths of a letter the cards stand under each other. */
  private static final double NARROW = 620;

  private final GridPane cards = new GridPane();

  EmptyView() {
    getStyleClass().add("empty");
    setId("empty");
    setAlignment(Pos.CENTER);
    cards.getStyleClass().add("cards");
    widthProperty().addListener(_ -> arrange());
  }

  /** Shows the FAQs that answer. */
  void show(List<FaqSummary> faqs, Consumer<String> ask) {
    List<FaqSummary> active = faqs.stream().filter(FaqSummary::active).toList();
    cards.getChildren().clear();
    for (String sample : samples(active)) {
      Button card = Controls.button(sample, () -> ask.accept(sample));
      card.getStyleClass().add("card-button");
      card.setWrapText(true);
      card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      card.setAlignment(Pos.TOP_LEFT);
      GridPane.setHgrow(card, Priority.ALWAYS);
      GridPane.setVgrow(card, Priority.ALWAYS);
      GridPane.setFillHeight(card, true);
      cards.getChildren().add(card);
    }
    getChildren()
        .setAll(
            Controls.text(greeting(active), "page-title"),
            Controls.text(promise(active), "muted"),
            cards);
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

  /** The first question of each FAQ, then the second of each, until there are three. */
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
    boolean narrow = getWidth() < NARROW;
    cards.getColumnConstraints().clear();
    int columns = narrow ? 1 : Math.max(1, cards.getChildren().size());
    for (int i = 0; i < columns; i++) {
      var column = new javafx.scene.layout.ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      cards.getColumnConstraints().add(column);
    }
    for (int i = 0; i < cards.getChildren().size(); i++) {
      GridPane.setConstraints(cards.getChildren().get(i), narrow ? 0 : i, narrow ? i : 0);
    }
  }
}
