package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.app.Inbox;
import org.deskbert.chat.history.LoggedQuestion.State;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;

/** Questions that wait for the owner, a group each, with a key for each thing to do about it. */
final class InboxView extends VBox {
  private final InboxModel model;
  private final Runnable openForm;
  private final ListView<Inbox.Group> list;

  /**
   * Shows {@code model}.
   *
   * @param openForm shows the entry that was just made
   */
  InboxView(InboxModel model, Runnable openForm) {
    this.model = model;
    this.openForm = openForm;
    getStyleClass().add("desk-list");
    Label said = Controls.text("", "muted");
    said.setId("inbox-said");
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    Button undo = Controls.button(text("history.undo"), model::undo);
    undo.setId("inbox-undo");
    HBox head = new HBox(said, undo);
    head.getStyleClass().add("entry-row");
    list = new ListView<>(model.groups());
    list.setId("inbox");
    list.setAccessibleText(text("desk.inbox"));
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Controls.text(text("desk.inbox-empty"), "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list, Controls.text(text("desk.inbox-keys"), "muted"));
    list.setOnKeyPressed(this::pressed);
    Follow.of(this, model.saidProperty(), () -> said.setText(model.saidProperty().get()));
    Follow.of(
        this, model.undoableProperty(), () -> undo.setDisable(!model.undoableProperty().get()));
  }

  private void pressed(KeyEvent event) {
    Inbox.Group group = list.getSelectionModel().getSelectedItem();
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case U -> model.undo();
      case DIGIT1, NUMPAD1 -> add(group, 0);
      case DIGIT2, NUMPAD2 -> add(group, 1);
      case DIGIT3, NUMPAD3 -> add(group, 2);
      case N -> create(group);
      case O -> settle(group, State.OUT_OF_SCOPE);
      case I -> settle(group, State.IGNORED);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void add(Inbox.Group group, int number) {
    if (group != null) {
      model.add(group, number);
    }
  }

  private void create(Inbox.Group group) {
    if (group != null) {
      model.create(group);
      openForm.run();
    }
  }

  private void settle(Inbox.Group group, State state) {
    if (group != null) {
      model.settle(group, state);
    }
  }

  private final class Cell extends ListCell<Inbox.Group> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Inbox.Group group, boolean empty) {
      super.updateItem(group, empty);
      setGraphic(empty || group == null ? null : box(group));
    }

    private VBox box(Inbox.Group group) {
      Flow actions = new Flow();
      actions.getStyleClass().add("entry-several");
      for (int i = 0; i < group.suggestions().size(); i++) {
        int number = i;
        String question = group.suggestions().get(i).candidate().entry().question();
        button(actions, text("desk.inbox-add", i + 1, question), () -> add(group, number));
      }
      button(actions, text("desk.inbox-new"), () -> create(group));
      button(actions, text("desk.inbox-out"), () -> settle(group, State.OUT_OF_SCOPE));
      button(actions, text("desk.inbox-ignore"), () -> settle(group, State.IGNORED));
      String need =
          switch (group.need()) {
            case UNANSWERED -> text("desk.need-unanswered");
            case AMBIGUOUS -> text("desk.need-ambiguous");
            case DISLIKED -> text("desk.need-disliked");
            case REPHRASED -> text("desk.need-rephrased");
            case NONE -> text("desk.need-none");
          };
      String about =
          text("desk.inbox-about", group.questions().size(), need)
              + (group.growing() ? " · " + text("desk.growing") : "");
      VBox box = new VBox(Controls.text(group.question()), Controls.text(about, "muted"), actions);
      box.getStyleClass().add("desk-row");
      return box;
    }

    private static void button(Flow actions, String name, Runnable action) {
      Button button = Controls.button(name, action);
      button.setFocusTraversable(false); // the keys are for the list
      actions.getChildren().add(button);
    }
  }
}
