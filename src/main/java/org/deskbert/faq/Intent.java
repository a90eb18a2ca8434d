package org.deskbert.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that askers want, told by examples: the owner's way to answer what is no question of
 * the FAQ. It has either a fixed reply or an entry that answers.
 *
 * @param name on one line
 * @param examples at least one; the first is what a suggestion shows
 * @param reply Markdown, empty if an entry answers
 * @param entry id of the entry that answers, null if there is a reply
 */
public record Intent(String name, List<String> examples, String reply, @Nullable String entry) {
  private static final int MAX_NAME = 60;

  /** Cleans the texts. */
  public Intent {
    name = Text.line(name);
    Map<String, String> different = new LinkedHashMap<>();
    for (String example : examples) {
      String line = Text.line(example);
      different.putIfAbsent(Normalizer.normalize(line), line);
    }
    different.remove("");
    examples = List.copyOf(different.values());
    reply = Text.block(reply);
    entry = entry == null || Text.line(entry).isEmpty() ? null : Text.line(entry);
  }

  /** The id under which the reply stands among the answers, where no entry has it. */
  public String id() {
    return "intent:" + name;
  }

  /** The same for names that differ in case and punctuation only. */
  String key() {
    return Normalizer.normalize(name);
  }

  /** With more examples, and with another reply or entry where {@code more} has one. */
  Intent with(Intent more) {
    List<String> all = new ArrayList<>(examples);
    all.addAll(more.examples);
    boolean other = !more.reply.isEmpty() || more.entry != null;
    return new Intent(name, all, other ? more.reply : reply, other ? more.entry : entry);
  }

  /** Says what is wrong with it, if anything is. */
  void check() throws FaqException {
    if (key().isEmpty() || name.length() > MAX_NAME || name.matches(".*[|=].*")) {
      throw new FaqException(
          quote(name)
              + " can't name an intent. Use at most "
              + MAX_NAME
              + " characters, with a letter or digit, without | and =.");
    }
    if (examples.isEmpty()) {
      throw new FaqException(
          "The intent " + quote(name) + " has no example. Add what people would type, a few ways.");
    }
    for (String example : examples) {
      if (example.length() > Drafts.MAX_PHRASING) {
        throw new FaqException(
            "The intent "
                + quote(name)
                + " has an example of "
                + Text.count(example.length())
                + " characters. Shorten it to "
                + Text.count(Drafts.MAX_PHRASING)
                + ".");
      }
    }
    if (reply.length() > Drafts.MAX_ANSWER) {
      throw new FaqException(
          "The intent "
              + quote(name)
              + " has a reply of "
              + Text.count(reply.length())
              + " characters. Shorten it to "
              + Text.count(Drafts.MAX_ANSWER)
              + ".");
    }
    if (reply.isEmpty() == (entry == null)) {
      throw new FaqException(
          "The intent "
              + quote(name)
              + (entry == null ? " has neither a reply nor an entry" : " has a reply and an entry")
              + ". Give it one of the two.");
    }
  }

  static String quote(String text) {
    return "\"" + Text.shorten(text, 60) + "\"";
  }
}
