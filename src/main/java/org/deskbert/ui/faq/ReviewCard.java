package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.app.Incoming;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.EntryChange.Kind;
import org.deskbert.ui.faq.ImportState.Review;
import org.deskbert.ui.faq.ImportState.Reviewed;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.Flow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a file or pack would change, entry by entry, with the choice of a side in conflicts. */
final class ReviewCard extends VBox {
  private final ImportModel model;
  private final Review review;

  ReviewCard(ImportModel model, Review review) {
    this.model = model;
    this.review = review;
    getStyleClass().addAll("import-card", "review-card");
    setMaxHeight(USE_PREF_SIZE);
    Incoming incoming = review.incoming();
    getChildren()
        .addAll(
            Controls.text(
                text("review.title", review.source().label(), FaqNames.shown(incoming.name())),
                "section-title"),
            Controls.text(summary(review)));
    Incoming.Sender sender = incoming.sender();
    if (sender != null) {
      getChildren().add(signer(sender));
    }
    if (!review.changes().isEmpty()) {
      ChangeList<Reviewed> list = new ChangeList<>(Reviewed::change, this::sides);
      list.getItems().setAll(review.changes());
      VBox.setVgrow(list, Priority.ALWAYS);
      getChildren().add(list);
    }
    Button take = Controls.button(takeName(sender), model::take);
    take.setId("take");
    take.getStyleClass().addAll("default-action", Styles.ACCENT);
    Flow row = new Flow(take, Controls.button(text("import.cancel"), model::cancel));
    row.getStyleClass().add("buttons");
    getChildren().add(row);
  }

  /** Whether it shows the same file; the sides that were chosen are its own matter. */
  boolean shows(Review other) {
    return other.changes().equals(review.changes());
  }

  private String takeName(Incoming.@Nullable Sender sender) {
    if (sender != null && !sender.trusted()) {
      return text("review.trust");
    }
    return text("review.take", review.changes().size());
  }

  private static String summary(Review review) {
    if (review.changes().isEmpty()) {
      return text("review.same");
    }
    return text(
        "review.summary",
        review.count(Kind.ADDED),
        review.count(Kind.CHANGED),
        review.count(Kind.REMOVED),
        review.conflicts());
  }

  private static Node signer(Incoming.Sender sender) {
    Node known =
        Controls.text(
            sender.trusted() ? text("review.known") : text("review.unknown"),
            sender.trusted() ? "muted" : "problem-text");
    Node digits = Controls.text(sender.fingerprint(), "fingerprint");
    digits.setAccessibleText(text("review.digits", sender.fingerprint()));
    VBox box = new VBox(known, digits);
    if (sender.older()) {
      box.getChildren().add(Controls.text(text("review.older"), "muted"));
    }
    box.getStyleClass().add("signer");
    return box;
  }

  private List<Node> sides(Reviewed entry) {
    if (!entry.conflict()) {
      return List.of();
    }
    String id = entry.change().entry().id();
    ToggleGroup group = new ToggleGroup();
    RadioButton ours = radio(text("review.ours"), id, Side.OURS, group);
    RadioButton theirs = radio(text("review.theirs"), id, Side.THEIRS, group);
    Flow row = new Flow(Controls.icon(Feather.ALERT_TRIANGLE), ours, theirs);
    row.getStyleClass().addAll("buttons", "conflict");
    return List.of(row);
  }

  private RadioButton radio(String name, String id, Side side, ToggleGroup group) {
    RadioButton radio = new RadioButton(name);
    radio.setMnemonicParsing(false);
    radio.setToggleGroup(group);
    radio.setSelected(model.side(id) == side);
    // Arrow keys choose too, without an action.
    radio
        .selectedProperty()
        .addListener((_, _, selected) -> {
          if (selected) {
            model.choose(id, side);
          }
        });
    return radio;
  }
}
