package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.app.Doctor.Finding;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Icon;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the doctor finds, now: processor, data, models, open sockets, loaded libraries. */
final class MachineSection extends Section {
  private final MachineModel model;
  private final VBox findings = new VBox();

  MachineSection(MachineModel model, Supplier<@Nullable File> chooseFile) {
    super(text("settings.machine"));
    this.model = model;
    findings.getStyleClass().add("findings");
    Button check = Controls.button(text("machine.check"), model::examine);
    check.setId("machine-check");
    check.setGraphic(Controls.icon(Feather.REFRESH_CW));
    Button show = Controls.button(text("machine.show"), model::gather);
    show.setId("machine-show");
    show.setGraphic(Controls.icon(Feather.FILE_TEXT));
    Button save =
        Controls.button(
            text("machine.save"),
            () -> {
              File file = chooseFile.get();
              if (file != null) {
                model.save(file.toPath());
              }
            });
    save.setId("machine-save");
    save.setGraphic(Controls.icon(Feather.DOWNLOAD));
    Label archive = Controls.text("", "digits");
    archive.setId("machine-archive");
    archive.textProperty().bind(model.archiveProperty());
    for (Node node : List.of(save, archive)) {
      node.visibleProperty().bind(model.archiveProperty().isNotEmpty());
      node.managedProperty().bind(node.visibleProperty());
    }
    Flow buttons = new Flow(check, show, save);
    buttons.getStyleClass().add("buttons");
    buttons.disableProperty().bind(model.busyProperty());
    Label told = Controls.text("", "muted");
    told.textProperty().bind(model.toldProperty());
    getChildren().addAll(meaning(text("machine.meaning")), buttons, told, archive, findings);
    Follow.of(this, model.findings(), this::show);
    sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null) {
            model.examine(); // each time that the section comes into sight
          }
        });
  }

  private void show() {
    findings.getChildren().setAll(model.findings().stream().map(MachineSection::row).toList());
  }

  private static Node row(Finding finding) {
    Icon icon = Controls.icon(finding.ok() ? Feather.CHECK : Feather.ALERT_CIRCLE);
    icon.getStyleClass().add(finding.ok() ? Styles.SUCCESS : Styles.DANGER);
    Label check = Controls.text(finding.check());
    Label detail = Controls.text(finding.detail(), finding.ok() ? "muted" : "problem-text");
    check.setAccessibleText(
        finding.ok()
            ? text("machine.fit", finding.check())
            : text("machine.unfit", finding.check()));
    VBox words = new VBox(check, detail);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon, words);
    row.getStyleClass().add("finding");
    return row;
  }
}
