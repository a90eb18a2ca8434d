package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.EntryChange.Field;
import org.deskbert.faq.EntryChange.FieldChange;
import org.deskbert.faq.TextDiff;
import org.deskbert.faq.TextDiff.Piece;
import org.deskbert.faq.TextDiff.Side;
import org.deskbert.ui.kit.Controls;
import org.deskbert.ui.kit.Direction;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Entries before and after, side by side, what went and what came marked; as many as there are.
 *
 * @param <T> what stands for an entry
 */
final class ChangeList<T> extends ListView<T> {
  /** Characters of unchanged text that show where a difference stands. */
  private static final int AROUND = 120;

  /**
   * An empty list.
   *
   * @param change the change that an item stands for
   * @param foot what stands below it
   */
  ChangeList(Function<T, EntryChange> change, Function<T, List<Node>> foot) {
    getStyleClass().add("change-list");
    setAccessibleText(text("changes.title"));
    setCellFactory(_ -> new Cell<>(change, foot));
  }

  private static final class Cell<T> extends ListCell<T> {
    private final Function<T, EntryChange> change;
    private final Function<T, List<Node>> foot;
    private final StackPane frame = new StackPane();
    private @Nullable T shown;

    Cell(Function<T, EntryChange> change, Function<T, List<Node>> foot) {
      this.change = change;
      this.foot = foot;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        shown = null;
        setGraphic(null);
        setAccessibleText(null);
      } else if (!item.equals(shown)) {
        shown = item;
        EntryChange entry = change.apply(item);
        VBox box = view(entry);
        box.getChildren().addAll(foot.apply(item));
        frame.getChildren().setAll(box);
        setGraphic(frame);
        setAccessibleText(kind(entry) + ": " + entry.entry().question());
      }
    }

    @Override
    protected double computePrefHeight(double width) {
      // A graphic's height that follows from its width, which a cell does not ask for.
      double inner = (width < 0 ? getListView().getWidth() : width) - snappedLeftInset();
      return getGraphic() == null
          ? super.computePrefHeight(width)
          : frame.prefHeight(inner - snappedRightInset())
              + snappedTopInset()
              + snappedBottomInset();
    }
  }

  private static VBox view(EntryChange change) {
    Label kind = new Label(kind(change), Controls.icon(icon(change)));
    kind.getStyleClass().addAll("change-kind", "muted");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    Label question = Controls.written(change.entry().question(), "strong");
    HBox.setHgrow(question, Priority.ALWAYS);
    HBox head = new HBox(question, Controls.spacer(), kind);
    head.getStyleClass().add("change-head");
    VBox box = new VBox(head);
    box.getStyleClass().add("change");
    for (FieldChange field : change.fields()) {
      boolean title = field.field() == Field.QUESTIONS && change.kind() != EntryChange.Kind.CHANGED;
      if (!title || change.entry().phrasings().size() > 1) {
        box.getChildren().add(sides(change, field));
      }
    }
    return box;
  }

  private static GridPane sides(EntryChange change, FieldChange field) {
    GridPane sides = new GridPane(); // as wide as each other, whatever stands in them
    sides.getStyleClass().add("sides");
    List<Piece> pieces = TextDiff.around(field.pieces(), AROUND);
    String name = name(field.field());
    boolean both = change.before() != null && change.after() != null;
    if (change.before() != null) {
      String before = text("changes.before");
      sides.addRow(0, Controls.text(both ? name + " · " + before : name, "muted"));
      sides.addRow(1, side(pieces, Side.BEFORE, before));
    }
    if (change.after() != null) {
      String after = text("changes.after");
      sides.addRow(0, Controls.text(both ? name + " · " + after : name, "muted"));
      sides.addRow(1, side(pieces, Side.AFTER, after));
    }
    for (int i = 0; i < sides.getColumnCount(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / sides.getColumnCount());
      sides.getColumnConstraints().add(column);
    }
    return sides;
  }

  private static TextFlow side(List<Piece> pieces, Side side, String name) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll("side", side == Side.BEFORE ? "side-before" : "side-after");
    flow.setMinWidth(0);
    StringBuilder all = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.side() == Side.BOTH || piece.side() == side) {
        Text words = new Text(piece.text());
        words.getStyleClass().add(piece.side() == Side.BOTH ? "same" : "differs");
        flow.getChildren().add(words);
        all.append(piece.text());
      }
    }
    Direction.follow(flow, all.toString());
    flow.setAccessibleText(name + ": " + all);
    return flow;
  }

  private static Feather icon(EntryChange change) {
    return switch (change.kind()) {
      case ADDED -> Feather.PLUS_CIRCLE;
      case CHANGED -> Feather.EDIT_2;
      case REMOVED -> Feather.MINUS_CIRCLE;
    };
  }

  private static String kind(EntryChange change) {
    return switch (change.kind()) {
      case ADDED -> text("changes.added");
      case CHANGED -> text("changes.changed");
      case REMOVED -> text("changes.removed");
    };
  }

  private static String name(Field field) {
    return switch (field) {
      case QUESTIONS -> text("changes.questions");
      case ANSWER -> text("changes.answer");
      case CATEGORY -> text("changes.category");
      case TAGS -> text("changes.tags");
      case PARENT -> text("changes.parent");
      case UNTIL -> text("changes.until");
      case NOTES -> text("changes.notes");
    };
  }
}
