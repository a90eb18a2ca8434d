package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Revision;
import org.deskbert.ui.faq.RevisionsModel.Shown;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.Reflow;
import org.deskbert.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** The changes of a FAQ, and beside them what one did or what is different since then. */
final class RevisionsView extends Reflow {
  private final RevisionsModel model;
  private final Label problem = Controls.text("", "problem-text");
  private final Label summary = Controls.text("", "muted");
  private final Label rule = Controls.text("", "muted");
  private final ListView<Revision> revisions = new ListView<>();
  private final DatePicker day = new DatePicker();
  private final DatePicker until = new DatePicker();
  private final TextField filter = new TextField();
  private final ToggleButton itself = new ToggleButton(text("revisions.itself"));
  private final ToggleButton since = new ToggleButton(text("revisions.since"));
  private final ChangeList<EntryChange> changes = new ChangeList<>(change -> change, this::restore);
  private final Button restoreAll;

  RevisionsView(RevisionsModel model) {
    this.model = model;
    getStyleClass().add("revisions");
    restoreAll = Controls.button(text("revisions.restore-all"), model::restoreAll);
    restoreAll.setId("restore-all");

    revisions.setId("revision-list");
    revisions.setAccessibleText(text("desk.history"));
    revisions.getStyleClass().add("entry-list");
    revisions.setCellFactory(_ -> new Cell());
    revisions
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, revision) -> {
          if (revision != null) {
            model.choose(revision);
          }
        });
    VBox.setVgrow(revisions, Priority.ALWAYS);
    name(day, "revision-day", text("revisions.day"), text("revisions.day"));
    name(until, "revision-until", text("revisions.until-now"), text("revisions.until-day"));
    day.setMaxWidth(Double.MAX_VALUE);
    day.valueProperty()
        .addListener((_, _, chosen) -> {
          if (chosen != null) {
            model.choose(chosen);
          }
        });
    until.valueProperty().addListener((_, _, chosen) -> model.compareWith(chosen));
    VBox side = new VBox(day, revisions, rule);
    side.getStyleClass().add("entry-side");

    ToggleGroup group = new ToggleGroup();
    itself.setId("revision-itself");
    since.setId("revision-since");
    itself.getStyleClass().add(Styles.LEFT_PILL);
    since.getStyleClass().add(Styles.RIGHT_PILL);
    for (ToggleButton toggle : List.of(itself, since)) {
      toggle.setToggleGroup(group);
      toggle.setMnemonicParsing(false);
      toggle.setOnAction(_ -> {
        toggle.setSelected(true);
        model.showSince(since.isSelected());
      });
    }
    filter.setId("revision-filter");
    filter.setPromptText(text("desk.filter"));
    Controls.accessibleName(filter, text("desk.filter"));
    filter.textProperty().addListener(_ -> showChanges());
    Flow head = new Flow(new Flow(itself, since), until, filter, restoreAll);
    head.getStyleClass().add("entry-several");
    head.setAlignment(Pos.CENTER_LEFT);
    changes.setId("revision-changes");
    VBox.setVgrow(changes, Priority.ALWAYS);
    VBox right = new VBox(head, problem, summary, changes);
    right.getStyleClass().add("revision-changes");
    ScrollPane left = column(side, "revision-days");
    ScrollPane column = column(right, "revision-column");
    HBox.setHgrow(left, Priority.SOMETIMES);
    HBox.setHgrow(column, Priority.ALWAYS);
    getChildren().addAll(left, column);

    Follow.of(this, model.shownProperty(), this::refresh);
    Follow.of(
        this,
        model.problemProperty(),
        () -> {
          problem.setText(model.problemProperty().get());
          Controls.show(problem, !problem.getText().isEmpty());
        });
  }

  /** Scrolls where large text leaves no room for a list and what stands around it. */
  private static ScrollPane column(Node content, String style) {
    ScrollPane column = new ScrollPane(content);
    column.setFitToWidth(true);
    column.setFitToHeight(true);
    column.getStyleClass().addAll("revision-scroll", style);
    return column;
  }

  private static void name(DatePicker day, String id, String prompt, String name) {
    day.setId(id);
    day.setPromptText(prompt);
    Controls.accessibleName(day, name);
    day.setTooltip(new Tooltip(name));
  }

  private List<Node> restore(EntryChange change) {
    Shown now = model.shownProperty().get();
    if (now == null || !now.since()) {
      return List.of();
    }
    Button button = Controls.button(text("revisions.restore"), () -> model.restore(change));
    button.getStyleClass().add(Styles.SMALL);
    button.setAccessibleHelp(change.entry().question());
    return List.of(button);
  }

  private void refresh() {
    Shown now = model.shownProperty().get();
    if (now == null) {
      return;
    }
    if (!revisions.getItems().equals(now.revisions())) {
      revisions.getItems().setAll(now.revisions());
    }
    if (now.chosen() != null) {
      revisions.getSelectionModel().select(now.chosen());
    }
    itself.setSelected(!now.since());
    since.setSelected(now.since());
    rule.setText(text("revisions.rule", now.rule().days(), now.rule().dailyDays()));
    Controls.show(until, now.since());
    if (now.until() == null) {
      until.setValue(null);
    }
    Controls.show(restoreAll, now.since() && !now.changes().isEmpty());
    showChanges();
  }

  private void showChanges() {
    Shown now = model.shownProperty().get();
    if (now == null) {
      return;
    }
    String wanted = filter.getText().toLowerCase(Locale.ROOT).strip();
    List<EntryChange> fitting =
        now.changes().stream().filter(change -> words(change).contains(wanted)).toList();
    changes.getItems().clear(); // what stands below a change depends on what it is compared with
    changes.getItems().setAll(fitting);
    Revision chosen = now.chosen();
    summary.setText(
        chosen == null
            ? text("revisions.none")
            : now.since()
                ? different(fitting.size(), chosen, now.until())
                : text("revisions.did", fitting.size(), when(chosen)));
  }

  private static String different(int entries, Revision then, @Nullable Revision until) {
    return until == null
        ? text("revisions.different", entries, when(then))
        : text("revisions.between", entries, when(then), when(until));
  }

  private static String words(EntryChange change) {
    return (change.entry().id() + "\n" + String.join("\n", change.entry().phrasings()))
        .toLowerCase(Locale.ROOT);
  }

  private static String when(Revision revision) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(Texts.locale())
        .format(revision.at().atZone(ZoneId.systemDefault()));
  }

  private static final class Cell extends ListCell<Revision> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Revision revision, boolean empty) {
      super.updateItem(revision, empty);
      if (empty || revision == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String did = what(revision);
      String who = text("revisions.who", when(revision), revision.who());
      setGraphic(new VBox(Controls.text(did), Controls.text(who, "muted")));
      setAccessibleText(did + ", " + who);
    }
  }

  private static String what(Revision revision) {
    String subject = revision.subject();
    return switch (revision.kind()) {
      case START -> text("revisions.start");
      case CREATE -> text("revisions.create");
      case IMPORT -> text("revisions.import", subject);
      case MERGE -> text("revisions.merge", subject);
      case REPLACE -> text("revisions.replace", subject);
      case EDIT -> text("revisions.edit", subject);
      case NEW_ENTRY -> text("revisions.new-entry", subject);
      case DELETE -> text("revisions.delete", subject);
      case MOVE -> text("revisions.move", subject);
      case JOIN -> text("revisions.join", subject);
      case SPLIT -> text("revisions.split", subject);
      case FIND_REPLACE -> text("revisions.find-replace", subject);
      case SYNONYMS -> text("revisions.synonyms");
      case INTENTS -> text("revisions.intents");
      case RENAME -> text("revisions.rename", subject);
      case REMOVE -> text("revisions.remove");
      case RESTORE -> text("revisions.restored", subject);
      case UNPACK -> text("revisions.unpack", subject);
      case UNDO -> text("revisions.undone", subject);
      case REDO -> text("revisions.redone", subject);
    };
  }
}
