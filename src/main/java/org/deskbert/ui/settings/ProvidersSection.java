package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.encoder.Provider;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Icon;
import org.kordamp.ikonli.feather.Feather;

/** Where the model could be computed on this machine, and why not everywhere. */
final class ProvidersSection extends Section {
  private final VBox rows = new VBox();

  ProvidersSection(ModelsModel models) {
    super(text("providers.title"));
    rows.setId("providers");
    rows.getStyleClass().add("findings");
    getChildren().addAll(meaning(text("providers.meaning")), rows);
    Follow.of(this, models.providersProperty(), () -> show(models.providersProperty().get()));
  }

  private void show(List<Provider> providers) {
    rows.getChildren().setAll(providers.stream().map(ProvidersSection::row).toList());
  }

  private static HBox row(Provider provider) {
    boolean used = provider.state() == Provider.State.USED;
    Icon icon = Controls.icon(used ? Feather.CHECK : Feather.MINUS);
    if (used) {
      icon.getStyleClass().add(Styles.SUCCESS);
    }
    String why =
        switch (provider.state()) {
          case USED -> text("providers.used");
          case OFFERED -> text("providers.offered");
          case OTHER_SYSTEM -> text("providers.other-system", provider.needs());
          case OTHER_BUILD -> text("providers.other-build", provider.needs());
        };
    VBox words = new VBox(Controls.text(provider.name()), Controls.text(why, "muted"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon, words);
    row.getStyleClass().add("finding");
    return row;
  }
}
