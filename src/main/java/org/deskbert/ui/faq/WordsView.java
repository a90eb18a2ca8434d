package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Intent;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.Follow;
import org.kordamp.ikonli.feather.Feather;

/** The page for a FAQ's synonyms and intents: what is there, and a form below each list. */
public final class WordsView extends BorderPane {
  private final WordsModel model;
  private final Label title = Controls.text("", "page-title");
  private final Label problem = Controls.text("", Styles.DANGER);
  private final VBox groups = new VBox();
  private final VBox intents = new VBox();
  private final TextField term = new TextField();
  private final TextField others = new TextField();
  private final IntentForm form;

  /** Shows {@code model}; {@code close} goes back to the conversation. */
  public WordsView(WordsModel model, Runnable close) {
    this.model = model;
    this.form = new IntentForm(model);
    setId("words");
    getStyleClass().add("page");
    HBox head = new HBox(Controls.back(text("settings.back"), close), title);
    head.getStyleClass().add("page-head");
    head.setAlignment(Pos.CENTER_LEFT);
    setTop(new VBox(head, problem));

    field(term, "words-term", text("words.term"));
    field(others, "words-others", text("words.others"));
    term.setOnAction(_ -> others.requestFocus());
    others.setOnAction(_ -> add());
    HBox line = new HBox(term, others, Controls.button(text("words.add"), this::add));
    line.getStyleClass().add("words-line");
    VBox page =
        new VBox(
            Controls.text(text("words.synonyms"), "section-title"),
            Controls.text(text("words.synonyms-meaning"), "muted"),
            groups,
            line,
            Controls.text(text("words.intents"), "section-title"),
            Controls.text(text("words.intents-meaning"), "muted"),
            intents,
            form);
    page.getStyleClass().add("section");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("settings-content");
    setCenter(scroll);

    Follow.of(this, model.faqProperty(), this::refresh);
    Follow.of(this, model.problemProperty(), this::tellProblem);
  }

  /** Puts the focus where a synonym is written. */
  public void focus() {
    applyCss(); // only then is what a scroll pane holds in the window
    term.requestFocus();
  }

  private static void field(TextField field, String id, String name) {
    field.setId(id);
    field.setPromptText(name);
    Controls.accessibleName(field, name);
    HBox.setHgrow(field, Priority.ALWAYS);
  }

  private void add() {
    model.addSynonyms(
        term.getText(),
        others.getText(),
        () -> {
          term.clear();
          others.clear();
          term.requestFocus();
        });
  }

  private void tellProblem() {
    problem.setText(model.problemProperty().get());
    Controls.show(problem, !problem.getText().isEmpty());
  }

  private void refresh() {
    Faq faq = model.faqProperty().get();
    groups.getChildren().clear();
    intents.getChildren().clear();
    if (faq == null) {
      return;
    }
    title.setText(text("words.title", FaqNames.shown(faq.name())));
    faq.synonyms()
        .groups()
        .forEach(group -> {
          String first = group.getFirst();
          String rest = String.join(", ", group.subList(1, group.size()));
          Node remove =
              Controls.iconButton(
                  Feather.TRASH_2, text("words.remove", first), () -> model.removeSynonyms(first));
          groups.getChildren().add(row(first, rest, remove));
        });
    for (Intent intent : faq.intents().all()) {
      String answer = intent.entry() == null ? intent.reply() : intent.entry();
      String rest = String.join(", ", intent.examples()) + "  →  " + answer.replace('\n', ' ');
      Node edit =
          Controls.iconButton(
              Feather.EDIT_2, text("words.edit", intent.name()), () -> form.edit(intent));
      Node remove =
          Controls.iconButton(
              Feather.TRASH_2,
              text("words.remove", intent.name()),
              () -> model.removeIntent(intent));
      intents.getChildren().add(row(intent.name(), rest, edit, remove));
    }
  }

  private static HBox row(String name, String rest, Node... buttons) {
    VBox words = new VBox(Controls.text(name, "strong"), Controls.text(rest, "muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getChildren().addAll(buttons);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("words-row");
    return row;
  }
}
