package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.deskbert.app.Measurements.Known;
import org.deskbert.app.ModelInfo;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.MarkdownView;
import org.deskbert.ui.kit.Reflow;
import org.deskbert.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/** One model bundle: what it is, whether it verifies, its card, and the choice to use it. */
final class ModelCard extends VBox {
  private static final int SHORT_HASH = 12;

  ModelCard(ModelInfo model, ModelsModel models, ToggleGroup group) {
    Known known = models.measure().knownProperty().get().get(model.hash());
    getStyleClass().add("model-card");
    boolean verified = model.problem().isEmpty();

    RadioButton use = new RadioButton(model.name());
    use.setMnemonicParsing(false);
    use.setToggleGroup(group);
    use.setSelected(model.active());
    use.setDisable(!verified);
    use.getStyleClass().add("model-name");
    use.setAccessibleText(text("models.use", model.name()));
    use.selectedProperty()
        .addListener((_, _, on) -> {
          if (on) {
            models.use(model);
          }
        });
    Label proof = verified ? verified(model) : unverified();
    proof.setWrapText(true);
    use.setWrapText(true);
    HBox head = new Reflow(use, Controls.spacer(), proof);
    head.setAlignment(Pos.CENTER_LEFT);

    Flow facts = new Flow();
    facts.getStyleClass().add("facts");
    fact(facts, size(model.bytes()));
    fact(facts, model.licence());
    fact(facts, String.join(", ", model.languages().stream().map(ModelCard::language).toList()));
    fact(facts, model.shipped() ? text("models.shipped") : text("models.yours"));

    getChildren().addAll(head, Controls.written(model.description(), "description"), facts);
    if (!verified) {
      getChildren().add(Controls.written(model.problem(), "problem-text"));
    }
    if (known != null) {
      getChildren().add(new MeasuredView(known, models.measure().mostMillis()));
    }
    VBox card = new VBox();
    card.getStyleClass().add("model-card-text");
    Controls.show(card, false);
    ToggleButton open = new ToggleButton(text("models.card"));
    open.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    open.setGraphic(Controls.icon(Feather.FILE_TEXT));
    open.setAccessibleText(text("models.card-of", model.name()));
    open.selectedProperty()
        .addListener((_, _, on) -> {
          Controls.show(card, on);
          if (on && card.getChildren().isEmpty()) {
            models.card(model, markdown -> card.getChildren().setAll(new MarkdownView(markdown)));
          }
        });
    HBox actions = new HBox(open, Controls.spacer());
    actions.getStyleClass().add("model-card-actions");
    actions.setAlignment(Pos.CENTER_LEFT);
    if (!model.shipped()) {
      var remove = Controls.button(text("models.remove"), () -> models.remove(model));
      remove.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
      remove.setAccessibleText(text("models.remove-name", model.name()));
      actions.getChildren().add(remove);
    }
    getChildren().addAll(actions, card);
  }

  private static Label verified(ModelInfo model) {
    String hash = model.hash().substring(0, Math.min(SHORT_HASH, model.hash().length()));
    Label label = new Label(text("models.verified", hash), Controls.icon(Feather.CHECK));
    label.getStyleClass().add("verified");
    label.setTooltip(new Tooltip(text("models.verified-meaning", model.hash())));
    return label;
  }

  private static Label unverified() {
    Label label = new Label(text("models.unverified"), Controls.icon(Feather.ALERT_CIRCLE));
    label.getStyleClass().add("problem-text");
    return label;
  }

  private static void fact(Flow facts, String words) {
    if (!words.isEmpty()) {
      Label label = new Label(words);
      label.getStyleClass().add("fact");
      facts.getChildren().add(label);
    }
  }

  private static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Texts.locale());
  }

  /** Bytes in megabytes. */
  static String size(long bytes) {
    return text("megabytes", String.format(Texts.locale(), "%.1f", bytes / 1e6));
  }
}
