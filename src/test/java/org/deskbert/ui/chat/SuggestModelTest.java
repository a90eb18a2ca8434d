package org.deskbert.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Reply.Suggestion;
import org.deskbert.ui.FakeDesk;
import org.junit.jupiter.api.Test;

class SuggestModelTest {
  private final List<String> lookedUp = new ArrayList<>();
  private final FakeDesk desk =
      new FakeDesk() {
        @Override
        public List<Suggestion> suggest(String text) {
          lookedUp.add(text);
          return super.suggest(text);
        }
      };
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final StringProperty draft = new SimpleStringProperty("");
  private final SuggestModel model =
      new SuggestModel(desk, new Tasks(waiting::add, Runnable::run), draft);

  @Test
  void onlyTheNewestTextIsLookedUpWhileOneIsUnderWay() {
    draft.set("my v");
    draft.set("my vp");
    draft.set("my vpn");
    assertEquals(1, waiting.size());
    waiting.remove().run();
    assertEquals(List.of(), model.suggestions(), "of a text that is no longer there");
    waiting.remove().run();
    assertEquals(List.of("my v", "my vpn"), lookedUp);
    assertEquals(FakeDesk.VPN, model.suggestions().getFirst().entry());
    assertTrue(waiting.isEmpty());
  }

  @Test
  void fewLettersAndAnEmptyFieldSuggestNothing() {
    draft.set("vpn");
    assertTrue(waiting.isEmpty());
    draft.set("vpn x");
    waiting.remove().run();
    assertEquals(2, model.suggestions().size());
    draft.set("");
    assertEquals(List.of(), model.suggestions());
  }
}
