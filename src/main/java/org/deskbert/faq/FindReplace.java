package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskbert.faq.Revision.Kind;

/**
 * Finds text in phrasings, answers, categories and tags, and puts other text in its place.
 *
 * @param find what to look for, taken literally
 * @param replacement what comes in its place, taken literally
 * @param matchCase whether capitals must be the same
 * @param wholeWords whether nothing of a word may stand before or behind it
 */
public record FindReplace(String find, String replacement, boolean matchCase, boolean wholeWords) {
  /** The change over all entries; {@link Library#preview} shows what it does. */
  public Edit edit() {
    String subject =
        "\"" + Text.shorten(find, 40) + "\" by \"" + Text.shorten(replacement, 40) + "\"";
    return new Edit(
        Kind.FIND_REPLACE,
        subject,
        before -> {
          if (find.isEmpty()) {
            throw new FaqException("There is nothing to look for; write the text to find.");
          }
          List<Entry> after = new ArrayList<>();
          for (Entry entry : before.entries()) {
            after.add(replaced(entry));
          }
          return before.with(after);
        });
  }

  private Entry replaced(Entry entry) throws FaqException {
    List<String> phrasings = replaced(entry.phrasings());
    if (phrasings.stream().allMatch(String::isBlank)) {
      throw new FaqException(
          "\"" + entry.id() + "\" would have no phrasing left; nothing was changed.");
    }
    return new Entry(
        entry.id(),
        phrasings.stream().distinct().toList(),
        replaced(entry.answer()),
        replaced(entry.category()),
        replaced(entry.tags()),
        entry.parent(),
        entry.until(),
        entry.notes());
  }

  private List<String> replaced(List<String> texts) {
    return texts.stream().map(this::replaced).toList();
  }

  private String replaced(String text) {
    int flags =
        Pattern.UNICODE_CHARACTER_CLASS
            | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    String quoted = Pattern.quote(find);
    String regex = wholeWords ? "(?<!\\w)" + quoted + "(?!\\w)" : quoted;
    return Pattern.compile(regex, flags)
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(replacement));
  }
}
