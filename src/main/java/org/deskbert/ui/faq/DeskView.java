package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.FaqNames;
import org.deskbert.ui.kit.Flow;
import org.deskbert.ui.kit.Follow;
import org.deskbert.ui.kit.InSight;
import org.deskbert.ui.kit.Reflow;
import org.kordamp.ikonli.feather.Feather;

/** The page where a FAQ's owner works: entries, checks and inbox, and a question to try. */
public final class DeskView extends ScrollPane {
  private final StackPane middle = new StackPane();
  private final EditorModel editor;
  private final InboxModel inbox;
  private final TestsModel tests;
  private final RevisionsModel revisions;
  private final EntriesView entries;
  private final Node checksView;
  private final Node inboxView;
  private final Node testsView;
  private final Node revisionsView;
  private final ToggleGroup tabs = new ToggleGroup();
  private final ToggleButton entriesTab = tab("desk-entries", text("desk.entries"));
  private final ToggleButton checksTab = tab("desk-checks", text("desk.checks"));
  private final ToggleButton testsTab = tab("desk-tests", text("desk.tests"));
  private final ToggleButton inboxTab = tab("desk-inbox", text("desk.inbox"));
  private final ToggleButton historyTab = tab("desk-history", text("desk.history"));

  /** Shows the models; {@code close} goes back to the conversation. */
  public DeskView(
      EditorModel editor,
      TrialModel trial,
      ChecksModel checks,
      InboxModel inbox,
      TestsModel tests,
      RevisionsModel revisions,
      Runnable close) {
    this.tests = tests;
    this.revisions = revisions;
    this.editor = editor;
    this.inbox = inbox;
    setId("desk");
    getStyleClass().add("settings-content");
    setFitToWidth(true);
    setFitToHeight(true);
    InSight.keep(this);
    entries = new EntriesView(editor);
    checksView =
        new ChecksView(
            checks,
            id -> {
              editor.show(id);
              entriesTab.setSelected(true);
              entries.focusForm();
            });
    inboxView = new InboxView(inbox, () -> entriesTab.setSelected(true));
    testsView = new TestsView(tests, editor);
    revisionsView = new RevisionsView(revisions);

    Label title = Controls.text("", "page-title");
    entriesTab.getStyleClass().add(Styles.LEFT_PILL);
    checksTab.getStyleClass().add(Styles.CENTER_PILL);
    testsTab.getStyleClass().add(Styles.CENTER_PILL);
    inboxTab.getStyleClass().add(Styles.CENTER_PILL);
    historyTab.getStyleClass().add(Styles.RIGHT_PILL);
    Flow pills = new Flow(entriesTab, checksTab, testsTab, inboxTab, historyTab);
    pills.getStyleClass().add("desk-tabs");
    Button fresh = Controls.button(text("desk.new"), this::create);
    fresh.setId("new-entry");
    fresh.setMinWidth(USE_PREF_SIZE);
    HBox name = new HBox(Controls.back(text("settings.back"), close), title);
    name.getStyleClass().add("page-name");
    name.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox tools =
        new HBox(
            Controls.iconButton(Feather.ROTATE_CCW, text("desk.undo"), this::undo),
            Controls.iconButton(Feather.ROTATE_CW, text("desk.redo"), this::redo),
            fresh);
    tools.getStyleClass().add("page-tools");
    tools.setAlignment(Pos.CENTER_LEFT);
    Reflow head = new Reflow(name, tools);
    head.getStyleClass().add("page-head");
    head.setAlignment(Pos.CENTER_LEFT);
    Label problem = Controls.text("", Styles.DANGER);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox page = new VBox(head, pills, problem, middle, testLine(trial));
    page.getStyleClass().addAll("page", "desk");
    setContent(page); // scrolls where large text leaves no room for it

    tabs.selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            before.setSelected(true);
          } else {
            showTab();
          }
        });
    entriesTab.setSelected(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Follow.of(
        this,
        editor.nameProperty(),
        () -> title.setText(text("desk.title", FaqNames.shown(editor.nameProperty().get()))));
    Follow.of(
        this,
        tests.redProperty(),
        () -> testsTab.setText(text("tests.tab", tests.redProperty().get())));
    Follow.of(
        this,
        editor.problemProperty(),
        () -> {
          problem.setText(editor.problemProperty().get());
          Controls.show(problem, !problem.getText().isEmpty());
        });
  }

  private ToggleButton tab(String id, String name) {
    ToggleButton tab = new ToggleButton(name);
    tab.setId(id);
    tab.setMnemonicParsing(false);
    tab.setToggleGroup(tabs);
    return tab;
  }

  private Reflow testLine(TrialModel trial) {
    TextField question = new TextField();
    question.setId("desk-test");
    question.setPromptText(text("desk.test"));
    Controls.accessibleName(question, text("desk.test"));
    question.textProperty().bindBidirectional(trial.questionProperty());
    HBox.setHgrow(question, Priority.ALWAYS);
    question.setPrefWidth(1);
    Label reply = new Label();
    reply.setId("desk-test-reply");
    HBox.setHgrow(reply, Priority.ALWAYS);
    reply.setPrefWidth(1);
    reply.setMaxWidth(Double.MAX_VALUE);
    reply.tooltipProperty().bind(reply.textProperty().map(Tooltip::new));
    Follow.of(
        this,
        trial.replyProperty(),
        () -> {
          String said = trial.replyProperty().get();
          reply.setText(said);
          question.setAccessibleHelp(said); // heard where the focus is
        });
    Button keep = Controls.button(text("tests.keep"), () -> tests.keep(question.getText()));
    keep.setId("keep-test");
    keep.setMinWidth(USE_PREF_SIZE);
    keep.disableProperty().bind(question.textProperty().map(String::isBlank));
    Reflow line = new Reflow(question, reply, keep);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("desk-test");
    return line;
  }

  /** Shows the test questions. */
  public void showTests() {
    testsTab.setSelected(true);
  }

  private void undo() {
    editor.undo();
    followHistory();
  }

  private void redo() {
    editor.redo();
    followHistory();
  }

  private void followHistory() {
    if (historyTab.isSelected()) {
      revisions.reload();
    }
  }

  /** Puts the caret where work begins. */
  public void focus() {
    applyCss(); // only then is what a scroll pane holds in the window
    entries.focus();
  }

  private void showTab() {
    boolean mail = inboxTab.isSelected();
    Node tab =
        mail
            ? inboxView
            : checksTab.isSelected()
                ? checksView
                : testsTab.isSelected()
                    ? testsView
                    : historyTab.isSelected() ? revisionsView : entries;
    middle.getChildren().setAll(tab);
    if (mail) {
      inbox.reload();
    } else if (historyTab.isSelected()) {
      revisions.reload();
    } else if (testsTab.isSelected()) {
      tests.reload();
    }
  }

  private void create() {
    entriesTab.setSelected(true);
    editor.filterProperty().set("");
    editor.create("");
    entries.focusForm();
  }

  private void pressed(KeyEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    boolean typing =
        getScene() != null
            && getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl;
    if (event.getCode() == KeyCode.F && !event.isShiftDown()) {
      entriesTab.setSelected(true);
      entries.focus();
    } else if (event.getCode() == KeyCode.Z && !typing) {
      if (event.isShiftDown()) {
        redo();
      } else {
        undo();
      }
    } else {
      return;
    }
    event.consume();
  }
}
