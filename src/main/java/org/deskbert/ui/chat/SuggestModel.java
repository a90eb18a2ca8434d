package org.deskbert.ui.chat;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Reply.Suggestion;
import org.deskbert.ui.kit.Desk;

/**
 * What the FAQ has for a question while it is typed. One look-up is under way at a time, and the
 * next one is for what stands in the field then. Used on the window's thread.
 */
public final class SuggestModel {
  /** Fewer letters say too little. */
  private static final int LEAST = 4;

  private final Desk desk;
  private final Tasks answers;
  private final StringProperty draft;
  private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
  private boolean looking;

  /**
   * Follows {@code draft}.
   *
   * @param answers where questions are answered, so that a look-up never runs beside an answer
   */
  SuggestModel(Desk desk, Tasks answers, StringProperty draft) {
    this.desk = desk;
    this.answers = answers;
    this.draft = draft;
    draft.addListener(_ -> {
      if (!looking) {
        look();
      }
    });
  }

  /** The entries that fit best, at most three, empty if none does. */
  public ObservableList<Suggestion> suggestions() {
    return suggestions;
  }

  private void look() {
    String text = draft.get().strip();
    if (text.length() < LEAST) {
      show(List.of());
      return;
    }
    looking = true;
    answers.run(() -> desk.suggest(text), found -> looked(text, found), _ -> looking = false);
  }

  private void looked(String text, List<Suggestion> found) {
    looking = false;
    if (text.equals(draft.get().strip())) {
      show(found);
    } else {
      look();
    }
  }

  private void show(List<Suggestion> found) {
    if (!found.equals(suggestions)) {
      suggestions.setAll(found);
    }
  }
}
