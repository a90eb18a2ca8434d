package org.deskbert.faq;

import java.util.Set;

/** English words so ordinary that no synonym may take their place in a sentence. */
final class StopWords {
  private static final Set<String> WORDS =
      Set.of(
          """
          a about above after again all also am an and any are as ask at away back be because \
          been before being below between both but by can cannot come could did do does doing \
          done down each else even ever every few first for from get give go goes going gone \
          good got had has have having he hello her here hers hey hi him his how however i if \
          in into is it its just know least let like long made make many may me might mine \
          more most much must my need never new no none nor not now of off oh ok old on once \
          one only or other our ours out over own per please put same say see shall she should \
          show since so some soon still stop such take than that the their theirs them then \
          there these they this those though to too two under until up upon us use used using \
          very via want was way we well went were what when where whether which while who whom \
          whose why will with within without would yes yet you your yours\
          """
              .split(" "));

  private StopWords() {}

  /** Whether {@code word}, in lower case, is one. */
  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
