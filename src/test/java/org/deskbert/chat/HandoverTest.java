package org.deskbert.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.deskbert.faq.Entry;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private static final Reply.Suggestion VPN =
      new Reply.Suggestion(
          new Entry("vpn", List.of("How do I connect?"), "So.", "", List.of(), null, null), "it");

  private static Conversation conversation(int exchanges) {
    List<Conversation.Exchange> all = new java.util.ArrayList<>();
    for (int i = 0; i < exchanges; i++) {
      all.add(new Conversation.Exchange("vpn & Müller?", null, i % 2 == 0 ? VPN : null));
    }
    return new Conversation(null, Set.of(), all, 0);
  }

  @Test
  void theSummaryHasTheQuestionsAndWhatWasShown() {
    assertEquals(
        """
        Asked in DeskBERT:

        1. vpn & Müller?
           Shown: How do I connect?

        2. vpn & Müller?
           No single answer
        """,
        Handover.of(conversation(2), "").summary());
  }

  @Test
  void theMailGoesToTheAddressOfTheContactAndItsTextSurvives() {
    Handover handover = Handover.of(conversation(1), "Ring 4444 or help.desk@example.org.");
    URI mail = URI.create(handover.mail());
    assertTrue(mail.getSchemeSpecificPart().startsWith("help.desk@example.org?subject="));
    String body = mail.getSchemeSpecificPart().split("&body=", 2)[1];
    assertEquals(handover.summary(), body.replace("\r\n", "\n"));
    assertTrue(handover.mail().contains("vpn%20%26%20M%C3%BCller%3F"));
  }

  @Test
  void aLongConversationStillFitsInAnAddress() {
    String mail = Handover.of(conversation(500), "").mail();
    assertTrue(mail.startsWith("mailto:?"));
    assertTrue(mail.length() < 5000);
    assertTrue(mail.contains("500."));
  }
}
