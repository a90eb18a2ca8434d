package org.deskbert.faq;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the names of a thing, ready to be compared.
 *
 * @param text as the owner wrote it
 * @param words in lower case
 * @param gaps what stands between them
 */
record Term(String text, List<String> words, List<String> gaps) {
  static Term of(String text) {
    WordSpans spans = new WordSpans(text);
    List<String> gaps = new ArrayList<>();
    for (int i = 0; i + 1 < spans.size(); i++) {
      gaps.add(spans.gap(i));
    }
    return new Term(text, spans.folded(), gaps);
  }

  /** The same for terms that mean the same words. */
  String key() {
    StringBuilder key = new StringBuilder(words.isEmpty() ? "" : words.getFirst());
    for (int i = 0; i < gaps.size(); i++) {
      key.append(gaps.get(i)).append(words.get(i + 1));
    }
    return key.toString();
  }

  /** Whether in lower case it stands in every other sentence, so that only capitals tell it. */
  boolean ordinary() {
    return words.stream().allMatch(StopWords::contains);
  }

  /** Whether a text has capitals and no small letters. */
  static boolean capitals(String text) {
    return text.chars().anyMatch(Character::isUpperCase)
        && text.chars().noneMatch(Character::isLowerCase);
  }
}
