package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.said;
import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.faq.Finding;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.kordamp.ikonli.feather.Feather;

/** What is weak, a line each, with its remedies. */
final class ChecksView extends VBox {
  private final ChecksModel model;
  private final Consumer<String> open;
  private final ToggleGroup pills = new ToggleGroup();

  /**
   * Shows {@code model}.
   *
   * @param open puts the entry with that id into the form
   */
  ChecksView(ChecksModel model, Consumer<String> open) {
    this.model = model;
    this.open = open;
    getStyleClass().add("desk-list");
    Label said = Controls.text("", "muted");
    said.setId("checks-said");
    Button run = Controls.button(text("desk.check"), model::run);
    run.setId("check");
    Button cancel = Controls.button(text("desk.cancel"), model::cancel);
    ListView<Finding> list = new ListView<>(model.findings());
    list.setId("findings");
    list.setAccessibleText(text("desk.checks"));
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(Controls.text(text("desk.no-findings"), "muted"));
    RobustnessList robustness = new RobustnessList(model, open);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(robustness, Priority.ALWAYS);
    ToggleButton weak = pill("checks-findings", text("robust.findings"), Styles.LEFT_PILL);
    ToggleButton robust = pill("checks-robustness", text("robust.title"), Styles.RIGHT_PILL);
    Runnable count =
        () -> {
          said.setText((robust.isSelected() ? model.robustProperty() : model.saidProperty()).get());
          Controls.show(said, !said.getText().isEmpty());
        };
    for (ToggleButton each : List.of(weak, robust)) {
      each.setOnAction(_ -> {
        each.setSelected(true);
        Controls.show(list, each.equals(weak));
        Controls.show(robustness, each.equals(robust));
        count.run();
      });
    }
    weak.fire();
    Flow head = new Flow(run, new Flow(weak, robust), cancel);
    head.getStyleClass().add("entry-several");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, said, list, robustness);
    Follow.of(this, model.saidProperty(), count);
    Follow.of(this, model.robustProperty(), count);
    Follow.of(
        this, model.runningProperty(), () -> cancel.setVisible(model.runningProperty().get()));
  }

  private ToggleButton pill(String id, String name, String style) {
    ToggleButton pill = new ToggleButton(name);
    pill.setId(id);
    pill.setMnemonicParsing(false);
    pill.setToggleGroup(pills);
    pill.getStyleClass().add(style);
    return pill;
  }

  private final class Cell extends ListCell<Finding> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Finding finding, boolean empty) {
      super.updateItem(finding, empty);
      setGraphic(empty || finding == null ? null : box(finding));
    }

    private VBox box(Finding finding) {
      Label severity =
          switch (finding.problem().severity()) {
            case ERROR -> new Label(text("desk.error"), Controls.icon(Feather.ALERT_OCTAGON));
            case WARNING -> new Label(text("desk.warning"), Controls.icon(Feather.ALERT_TRIANGLE));
            case NOTE -> new Label(text("desk.remark"), Controls.icon(Feather.INFO));
          };
      severity.getStyleClass().add("muted");
      Flow actions = new Flow();
      actions.getStyleClass().add("entry-several");
      if (!finding.problem().entry().isEmpty()) {
        add(actions, text("desk.open"), () -> open.accept(finding.problem().entry()));
      }
      if (ChecksModel.canJoin(finding)) {
        add(actions, text("desk.join"), () -> model.join(finding));
      }
      if (ChecksModel.canMove(finding)) {
        add(actions, text("desk.move-phrasing"), () -> model.move(finding));
      }
      add(actions, text("desk.ignore"), () -> model.ignore(finding));
      VBox box =
          new VBox(
              severity,
              Controls.text(said(finding.problem().what())),
              Controls.text(said(finding.problem().todo()), "muted"),
              actions);
      box.getStyleClass().add("desk-row");
      return box;
    }

    private static void add(Flow actions, String name, Runnable action) {
      actions.getChildren().add(Controls.button(name, action));
    }
  }
}
