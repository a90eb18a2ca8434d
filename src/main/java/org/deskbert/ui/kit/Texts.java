package org.deskbert.ui.kit;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.UnaryOperator;
import javafx.geometry.NodeOrientation;
import org.deskbert.faq.Problem;
import org.deskbert.faq.Sentence;

/**
 * The window's texts in the language of the user, from {@code texts.properties} and its sisters.
 * All of the window speaks one language, which changes only while the window is built anew.
 */
public final class Texts {
  /** The languages that the window speaks; the first is for systems that have none of them. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("he"));

  private static final String FILES = "org.deskbert.ui.texts";
  private static volatile Texts current = of(Locale.ENGLISH);

  private final ResourceBundle texts;
  private final Locale locale;
  private final boolean leftwards;

  private Texts(ResourceBundle texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
    leftwards = Direction.of(texts.getString("settings.title")) == NodeOrientation.RIGHT_TO_LEFT;
  }

  /**
   * Sets the language of all texts that are made from now on.
   *
   * @param language a language tag, empty for the one that the system has
   */
  public static void use(String language) {
    Locale system = Locale.getDefault(Locale.Category.DISPLAY);
    current = of(language.isEmpty() ? system : Locale.forLanguageTag(language));
  }

  private static Texts of(Locale wanted) {
    Locale language =
        LANGUAGES.stream()
            .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
            .findFirst()
            .orElse(LANGUAGES.getFirst());
    // A region that the system has for the same language writes its numbers and dates its own way.
    Locale formats = Locale.getDefault(Locale.Category.FORMAT);
    Control noOther = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    return new Texts(
        ResourceBundle.getBundle(FILES, language, noOther),
        formats.getLanguage().equals(language.getLanguage()) ? formats : language);
  }

  /**
   * The text of that key, its {@code {0}}, {@code {1}} … filled in.
   *
   * @throws java.util.MissingResourceException if no file has the key
   */
  public static String text(String key, Object... values) {
    Texts now = current;
    Object[] filled = values;
    if (now.leftwards) {
      filled =
          Arrays.stream(values)
              .map(value -> value instanceof String written ? Direction.embedded(written) : value)
              .toArray();
    }
    return new MessageFormat(now.texts.getString(key), now.locale).format(filled);
  }

  /** A sentence about a problem. */
  public static String said(Sentence wording) {
    return wording.in(current.locale, current.quoting());
  }

  /** All about a problem in one line: place, what is wrong, what to do. */
  public static String said(Problem problem) {
    return problem.sentence(current.locale, current.quoting());
  }

  /** What to make of a text from elsewhere that stands within a sentence. */
  private UnaryOperator<String> quoting() {
    return leftwards ? Direction::embedded : UnaryOperator.identity();
  }

  /** Whether the language is written from right to left. */
  public static boolean rightToLeft() {
    return current.leftwards;
  }

  /** The language, and how it writes numbers and dates. */
  public static Locale locale() {
    return current.locale;
  }
}
