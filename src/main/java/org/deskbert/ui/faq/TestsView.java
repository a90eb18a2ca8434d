package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.eval.Regression.Difference;
import org.deskbert.faq.TestQuestion;
import org.deskbert.ui.faq.TestsModel.Item;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The test questions; what is answered otherwise stands first, before and now. */
final class TestsView extends VBox {
  private final TestsModel model;
  private final EditorModel editor;

  TestsView(TestsModel model, EditorModel editor) {
    this.model = model;
    this.editor = editor;
    getStyleClass().add("desk-list");
    Label summary = Controls.text("", "muted");
    summary.setId("tests-summary");
    Button add = Controls.button(text("tests.add-all"), model::addFromFaq);
    add.setId("tests-add-all");
    Flow head = new Flow(add, summary);
    head.getStyleClass().add("entry-several");
    head.setAlignment(Pos.CENTER_LEFT);
    Label said = Controls.text("", "muted");
    ListView<Item> list = new ListView<>(model.items());
    list.setId("tests");
    list.setAccessibleText(text("desk.tests"));
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Controls.text(text("tests.none"), "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, said, list);
    Follow.of(
        this,
        model.items(),
        () ->
            summary.setText(
                text("tests.summary", model.items().size(), model.redProperty().get())));
    Follow.of(
        this,
        model.redProperty(),
        () ->
            summary.setText(
                text("tests.summary", model.items().size(), model.redProperty().get())));
    Follow.of(
        this,
        model.saidProperty(),
        () -> {
          said.setText(model.saidProperty().get());
          Controls.show(said, !said.getText().isEmpty());
        });
  }

  private String entry(String id) {
    return id.isEmpty() ? text("tests.nothing") : editor.questionOf(id);
  }

  private static String came(String outcome) {
    return switch (outcome) {
      case "answered" -> text("tests.answered");
      case "did_you_mean" -> text("tests.suggested");
      case "small_talk" -> text("tests.talk");
      case "hand_off" -> text("tests.hand-off");
      default -> text("tests.unknown");
    };
  }

  private final class Cell extends ListCell<Item> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty || item == null ? null : box(item));
    }

    private VBox box(Item item) {
      TestQuestion test = item.test();
      Difference now = item.difference();
      VBox box = new VBox(Controls.written(test.question(), "strong"));
      Flow actions = new Flow();
      actions.getStyleClass().add("entry-several");
      if (now == null) {
        box.getChildren()
            .add(
                Controls.text(
                    test.outcome().isEmpty()
                        ? text("tests.waits")
                        : text("tests.as-agreed", came(test.outcome()), entry(test.given())),
                    "muted"));
      } else {
        Label worse =
            Controls.text(now.worse() ? text("tests.worse") : text("tests.other"), "change-kind");
        worse.setGraphic(Controls.icon(now.worse() ? Feather.ALERT_TRIANGLE : Feather.INFO));
        box.getChildren()
            .addAll(
                worse,
                Controls.text(text("tests.before", came(test.outcome()), entry(test.given()))),
                Controls.text(text("tests.now", came(now.outcome()), entry(now.given()))));
        actions.getChildren().add(Controls.button(text("tests.agree"), () -> model.agree(item)));
        if (TestsModel.canTeach(item)) {
          actions
              .getChildren()
              .add(
                  Controls.button(
                      text("tests.teach", entry(test.expected())), () -> model.teach(item)));
        }
      }
      actions.getChildren().add(Controls.button(text("tests.remove"), () -> model.remove(item)));
      actions.getChildren().forEach(each -> each.setAccessibleHelp(test.question()));
      box.getChildren().add(actions);
      box.getStyleClass().add("desk-row");
      return box;
    }
  }
}
