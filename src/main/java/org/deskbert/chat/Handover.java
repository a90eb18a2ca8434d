package org.deskbert.chat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskbert.chat.Conversation.Exchange;
import org.deskbert.chat.Phrases.Phrase;
import org.deskbert.chat.Reply.Suggestion;

/**
 * What an asker needs to go on with a person: whom to ask, and what has been said so far in the
 * words that were said.
 *
 * @param contact whom to ask, a sentence, may be empty
 * @param summary questions and what was shown for them, plain text
 * @param subject of a mail with it
 */
public record Handover(String contact, String summary, String subject) {
  /** Some systems refuse longer addresses. */
  private static final int LONGEST_BODY = 1500;

  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** The hand-over of a conversation, in English. */
  public static Handover of(Conversation conversation, String contact) {
    return of(conversation, new Policy(Policy.DEFAULT.wrongPercent(), contact));
  }

  /** The hand-over of a conversation. */
  static Handover of(Conversation conversation, Policy policy) {
    Phrases phrases = policy.phrases();
    StringBuilder text = new StringBuilder(phrases.of(Phrase.SUMMARY)).append('\n');
    List<Exchange> exchanges = conversation.exchanges();
    for (int i = 0; i < exchanges.size(); i++) {
      Suggestion shown = exchanges.get(i).shown();
      text.append("\n").append(i + 1).append(". ").append(exchanges.get(i).question());
      text.append("\n   ");
      text.append(
          shown == null
              ? phrases.of(Phrase.NO_ANSWER)
              : phrases.of(Phrase.SHOWN) + " " + shown.entry().question());
      text.append("\n");
    }
    if (exchanges.isEmpty()) {
      text.append('\n').append(phrases.of(Phrase.NOTHING_YET)).append('\n');
    }
    return new Handover(policy.contact(), text.toString(), phrases.of(Phrase.SUBJECT));
  }

  /**
   * The summary as a {@code mailto:} address, to the first e-mail address that the contact names;
   * of a long summary the end.
   */
  public String mail() {
    Matcher address = ADDRESS.matcher(contact);
    String to = address.find() ? address.group() : "";
    String body =
        summary.length() > LONGEST_BODY
            ? "…" + summary.substring(summary.length() - LONGEST_BODY)
            : summary;
    return "mailto:" + to + "?subject=" + encode(subject) + "&body=" + encode(body);
  }

  private static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
        out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return out.toString();
  }
}
