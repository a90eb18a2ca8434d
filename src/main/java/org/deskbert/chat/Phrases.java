package org.deskbert.chat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deskbert.faq.Normalizer;

/**
 * What the program says by itself, in one language: small talk, and the sentences around answers.
 *
 * @param said sentences by what they are for: an intent, or a {@link Phrase} in small letters;
 *     where one is missing it is said in English
 */
public record Phrases(Map<String, List<String>> said) {
  /** Everything in English. */
  public static final Phrases ENGLISH = new Phrases(Map.of());

  public Phrases {
    said = Map.copyOf(said);
  }

  /** A sentence around answers. */
  public enum Phrase {
    UNKNOWN("I have no answer to that in this FAQ."),
    UNSURE("I am not sure. This comes closest:"),
    NOTHING_MORE("There is nothing more on this than the answer before:"),
    ASKED_BEFORE(
        "You asked this before and got the first answer below. If it did not help, one of the"
            + " others may."),
    SUMMARY("Asked in DeskBERT:"),
    NO_ANSWER("No single answer"),
    SHOWN("Shown:"),
    NOTHING_YET("Nothing yet."),
    SUBJECT("Question from DeskBERT");

    private final String english;

    Phrase(String english) {
      this.english = english;
    }

    /** Its name in the files of other languages. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The sentence in this language. */
  public String of(Phrase phrase) {
    List<String> known = said.getOrDefault(phrase.key(), List.of());
    return known.isEmpty() ? phrase.english : known.getFirst();
  }

  /**
   * What to say to an intent; which of several sentences depends on the message alone.
   *
   * @param english what is said in English
   */
  String talk(String intent, List<String> english, String message) {
    List<String> known = said.getOrDefault(intent, english);
    return known.isEmpty()
        ? ""
        : known.get(Math.floorMod(Normalizer.normalize(message).hashCode(), known.size()));
  }
}
