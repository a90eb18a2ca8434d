package org.deskbert.ui.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.chat.history.ChatExport.Whole;
import org.deskbert.chat.history.ConversationInfo;
import org.deskbert.chat.history.Records;
import org.deskbert.chat.history.StoredMessage;

/** The conversation on the screen as it would be kept, also where it is not. */
public final class Transcript {
  private Transcript() {}

  /** What was said so far; what was said since the program started has {@code now} as its time. */
  public static Whole of(ChatModel model, Instant now) {
    List<StoredMessage> all = new ArrayList<>();
    String question = "";
    for (Message message : model.messages()) {
      switch (message) {
        case Message.Question asked -> question = asked.text();
        case Message.Answer answer ->
            all.add(Records.message(all.size(), now, question, answer.turn()));
        case Message.Past past -> all.add(past.stored());
        case Message.Note _ -> {}
      }
    }
    String title = all.isEmpty() ? "" : all.getFirst().question();
    Instant begun = all.isEmpty() ? now : all.getFirst().time();
    String id = model.keeper().conversationProperty().get();
    return new Whole(new ConversationInfo(id, title, false, begun, now), all);
  }
}
