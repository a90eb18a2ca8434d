package org.deskbert.faq;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.UnaryOperator;

/**
 * A sentence about a problem that can be said in every language for which {@code
 * problems.properties} has a sister file; in English where there is none.
 *
 * @param key of the pattern
 * @param values what fills it: texts, whole numbers, or other sentences
 */
public record Sentence(String key, List<Object> values) {
  private static final String FILES = "org.deskbert.faq.problems";
  private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  public Sentence {
    values = List.copyOf(values);
  }

  /** The sentence of that key, its {@code {0}}, {@code {1}} … filled in. */
  public static Sentence of(String key, Object... values) {
    return new Sentence(key, List.of(values));
  }

  /** A sentence that there is in one language only. */
  static Sentence asSaid(String sentence) {
    return of("as-said", sentence);
  }

  /** In English, for the command line and files. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH, UnaryOperator.identity());
  }

  /**
   * In a language.
   *
   * @param language how numbers are written, too
   * @param quoted what to make of the texts that fill it, where they run the other way
   * @throws java.util.MissingResourceException if no file has the key
   */
  public String in(Locale language, UnaryOperator<String> quoted) {
    String pattern = ResourceBundle.getBundle(FILES, language, NO_OTHER).getString(key);
    Object[] filled =
        values.stream()
            .map(value ->
                switch (value) {
                  case String text -> quoted.apply(text);
                  case Sentence inner -> inner.in(language, quoted);
                  default -> value;
                })
            .toArray();
    return new MessageFormat(pattern, language).format(filled);
  }
}
