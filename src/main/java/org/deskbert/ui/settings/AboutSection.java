package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.deskbert.ui.kit.Clip;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.kordamp.ikonli.feather.Feather;

/** Version, licences and folders, each to be copied or opened. */
final class AboutSection extends Section {
  private final AboutModel model;

  AboutSection(AboutModel model) {
    super(text("settings.about"));
    this.model = model;
    wide(
        text("about.version"), meaning(model.version()), buttons("about-version", model.version()));
    folder(text("about.data"), "about-data", text("about.data-meaning"), model.data());
    folder(text("about.program"), "about-program", text("about.program-meaning"), model.program());
    wide(text("about.log"), meaning(text("about.log-meaning")), new Flow());
    wide(text("about.licences"), meaning(text("about.licences-meaning")), licences());
  }

  private void folder(String name, String id, String meaning, Path folder) {
    Flow buttons = buttons(id, folder.toString());
    if (model.canOpen()) {
      Button open = Controls.button(text("about.open"), () -> model.open(folder));
      open.setId(id + "-open");
      open.setGraphic(Controls.icon(Feather.FOLDER));
      open.setAccessibleText(text("about.open-name", name));
      buttons.getChildren().add(open);
    }
    wide(name, meaning(meaning), buttons);
    buttons.getChildren().addFirst(Controls.text(folder.toString(), "digits"));
  }

  private static Flow buttons(String id, String words) {
    Button copy = Controls.button(text("about.copy"), () -> {});
    copy.setId(id + "-copy");
    copy.setGraphic(Controls.icon(Feather.COPY));
    copy.setAccessibleText(text("about.copy-name", words));
    copy.setOnAction(_ -> {
      Clip.copy(words);
      copy.setText(text("about.copied"));
      copy.setGraphic(Controls.icon(Feather.CHECK));
    });
    Flow buttons = new Flow(copy);
    buttons.getStyleClass().add("buttons");
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private Flow licences() {
    ToggleButton show = new ToggleButton(text("about.show"));
    show.setId("about-licences");
    show.getStyleClass().add("unfold");
    show.setGraphic(Controls.icon(Feather.FILE_TEXT));
    Label notice = Controls.text("", "digits");
    notice.setId("about-notice");
    notice.textProperty().bind(model.noticeProperty());
    Flow shown = new Flow(show, notice);
    shown.getStyleClass().add("buttons");
    Controls.show(notice, false);
    show.selectedProperty()
        .addListener((_, _, on) -> {
          model.readNotice();
          Controls.show(notice, on);
        });
    return shown;
  }
}
