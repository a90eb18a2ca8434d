package org.deskbert.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deskbert.chat.Typos;
import org.deskbert.faq.Sentence;

/** How askers spoil a phrasing. The same text always comes out the same. */
public enum Disturbance {
  /** Mistyped. */
  TYPOS {
    @Override
    String apply(String text) {
      return Typos.mistype(text);
    }
  },
  /** A word left out. */
  DROPPED_WORD {
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
  WORD_ORDER {
    @Override
    String apply(String text) {
      List<String> words = split(text);
      Collections.rotate(words, words.size() / 2);
      return String.join(" ", words);
    }
  },
  /** In capitals. */
  CASING {
    @Override
    String apply(String text) {
      return text.toUpperCase(Locale.ROOT);
    }
  },
  /** Wrapped politely. */
  POLITE {
    @Override
    String apply(String text) {
      return "Hello, I have a question: " + text + " Thank you very much for your help";
    }
  };

  /** In words that end a sentence, for example "with typing errors". */
  public Sentence words() {
    return switch (this) {
      case TYPOS -> Sentence.of("spoilt.typos");
      case DROPPED_WORD -> Sentence.of("spoilt.dropped-word");
      case WORD_ORDER -> Sentence.of("spoilt.word-order");
      case CASING -> Sentence.of("spoilt.casing");
      case POLITE -> Sentence.of("spoilt.polite");
    };
  }

  abstract String apply(String text);

  private static List<String> split(String text) {
    return new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
  }
}
