package org.deskbert.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deskbert.chat.Change;
import org.deskbert.chat.Reply;
import org.deskbert.ui.FakeDesk;
import org.junit.jupiter.api.Test;

class WhyViewTest {
  private static final Reply.Suggestion PRINTER = new Reply.Suggestion(FakeDesk.PRINTER, "it");

  @Test
  void whatWouldHaveChangedTheReplyIsASentence() {
    String start = "It would have been answered if ";
    assertEquals(
        start + "12 of 100 answers were allowed to be wrong.",
        WhyView.change(new Change.MoreTolerance(12)));
    assertEquals(
        "It would not have been answered if at most 2 of 100 answers were allowed to be wrong.",
        WhyView.change(new Change.LessTolerance(2)));
    assertEquals(
        start + "“How do I add a printer?” were not so near.",
        WhyView.change(new Change.WithoutRunnerUp(PRINTER)));
    assertEquals(
        start + "your words were one of the ways to ask “How do I add a printer?”.",
        WhyView.change(new Change.Phrasing(PRINTER)));
    assertEquals(
        start + "your words were one of the ways to ask an entry.",
        WhyView.change(new Change.Phrasing(null)));
    assertEquals(start + "only one entry had these words.", WhyView.change(new Change.OneOwner()));
  }
}
