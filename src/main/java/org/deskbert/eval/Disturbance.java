package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deskbert.chat.Typos;

/** How askers spoil a phrasing. The same text always comes out the same. */
public enum Disturbance {
  /** Mistyped. */
  TYPOS("with typing errors") {
    @Override
    String apply(String text) {
      return Typos.mistype(text);
    }
  },
  /** A word left out. */
  DROPPED_WORD("with a word left out") {
    @Override
    String apply(String text) {
      List<String> words = split(text);
      if (words.size() < 3) {
        return text;
      }
      words.remove(new Random(text.hashCode()).nextInt(words.size()));
      return String.join(" ", words);
    }
  },
  /** The end first. */
  WORD_ORDER("in another word order") {
    @Override
    String apply(String text) {
      List<String> words = split(text);
      Collections.rotate(words, words.size() / 2);
      return String.join(" ", words);
    }
  },
  /** In capitals. */
  CASING("in capitals") {
    @Override
    String apply(String text) {
      return text.toUpperCase(Locale.ROOT);
    }
  },
  /** Wrapped politely. */
  POLITE("asked politely") {
    @Override
    String apply(String text) {
      return "Hello, I have a question: " + text + " Thank you very much for your help";
    }
  };

  private final String words;

  Disturbance(String words) {
    this.words = words;
  }

  /** In words that end a sentence, for example "with typing errors". */
  public String words() {
    return words;
  }

  abstract String apply(String text);

  private static List<String> split(String text) {
    return new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
  }
}
