package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deskbert.eval.Disturbance;
import org.deskbert.eval.Robustness;
import org.deskbert.eval.Robustness.Broken;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Meter;
import org.jspecify.annotations.Nullable;

/** How well each entry is found when its questions are spoilt, the most fragile first. */
final class RobustnessList extends ListView<Robustness> {
  /** The score needs no mark: there is no limit that an entry must reach. */
  private static final int NO_MARK = -1;

  private final ChecksModel model;
  private final Consumer<String> open;

  /**
   * Shows what {@code model} has found.
   *
   * @param open puts the entry with that id into the form
   */
  RobustnessList(ChecksModel model, Consumer<String> open) {
    super(model.robustness());
    this.model = model;
    this.open = open;
    setId("robustness");
    setAccessibleText(text("robust.title"));
    setPlaceholder(Controls.text(text("robust.none"), "muted"));
    setCellFactory(_ -> new Cell());
  }

  private final class Cell extends ListCell<Robustness> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Robustness entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      setGraphic(box(entry));
      setAccessibleText(entry.entry().question() + ". " + score(entry) + ". " + broken(entry));
    }

    private VBox box(Robustness entry) {
      Label count = Controls.text(score(entry), "muted");
      HBox score = new HBox(new Meter(entry.score(), NO_MARK, text("robust.title")), count);
      score.getStyleClass().add("entry-row");
      score.setAlignment(Pos.CENTER_LEFT);
      Flow actions = new Flow();
      actions.getStyleClass().add("entry-several");
      actions
          .getChildren()
          .add(Controls.button(text("desk.open"), () -> open.accept(entry.entry().id())));
      if (entry.broken() != null) {
        actions.getChildren().add(Controls.button(text("robust.teach"), () -> model.teach(entry)));
      }
      VBox box =
          new VBox(
              Controls.written(entry.entry().question()),
              score,
              Controls.text(broken(entry), "muted"),
              actions);
      box.getStyleClass().add("desk-row");
      return box;
    }
  }

  private static String score(Robustness entry) {
    return text("robust.score", entry.found(), entry.asked());
  }

  private String broken(Robustness entry) {
    Broken broken = entry.broken();
    if (broken == null) {
      return text("robust.holds");
    }
    String how = how(broken.how());
    return broken.winner().isEmpty()
        ? text("robust.finds-nothing", broken.question(), how)
        : text("robust.finds", broken.question(), how, model.questionOf(broken.winner()));
  }

  private static String how(Disturbance how) {
    return switch (how) {
      case TYPOS -> text("robust.typos");
      case DROPPED_WORD -> text("robust.dropped-word");
      case WORD_ORDER -> text("robust.word-order");
      case CASING -> text("robust.casing");
      case POLITE -> text("robust.polite");
    };
  }
}
