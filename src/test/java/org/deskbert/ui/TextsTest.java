package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.deskbert.faq.Problem;
import org.deskbert.faq.Sentence;
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The texts of the window and of problems: complete, used, alike in all languages, and none of the
 * window left in the code.
 */
class TextsTest {
  private static final List<Locale> LANGUAGES = Texts.LANGUAGES;
  private static final String WINDOW = "ui/texts";
  private static final String PROBLEMS = "faq/problems";
  private static final List<String> FILES = List.of(WINDOW, PROBLEMS);
  private static final Path SOURCES = Path.of("src/main/java/org/deskbert");
  private static final Pattern NUMBER = Pattern.compile("\\{\\d,(?:choice|number)");
  private static final Object[] LETTERS = {"a", "b", "c", "d", "e", "f"};
  private static final Pattern VALUE = Pattern.compile("\\{(\\d)");
  private static final Pattern WORDS =
      Pattern.compile("(?s).*(?:\\p{L}{2,} \\p{L}|\\p{Lu}\\p{Ll}{2}).*");

  /** Methods and classes whose first text is shown or read aloud. */
  private static final Set<String> SHOWING =
      Set.of(
          "setText",
          "setAccessibleText",
          "setAccessibleHelp",
          "setAccessibleRoleDescription",
          "setPromptText",
          "setTitle",
          "Label",
          "Button",
          "ToggleButton",
          "RadioButton",
          "CheckBox",
          "Hyperlink",
          "MenuItem",
          "Tooltip",
          "Text");

  /** The program's name, and what the code says to itself or to the system. */
  private static final Set<String> NOT_SHOWN =
      Set.of("DeskBERT", "DeskBERT …", "None of these", "Windows.SPI.HighContrast", "HighContrast");

  /** Files, and what the toolkit calls its parts. */
  private static final Pattern NAME =
      Pattern.compile("[\\w-]+\\.(?:md|otf|ttf)|\\w+Timer|timerRunnable");

  private record Sources(Set<String> keys, Set<String> sentences, List<String> literals) {}

  @AfterEach
  void english() {
    Texts.use("en");
  }

  @Test
  void everyKeyInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
    Sources sources = sources();
    assertEquals(Set.of(), difference(file(WINDOW, "").stringPropertyNames(), sources.keys()));
    assertEquals(
        Set.of(), difference(file(PROBLEMS, "").stringPropertyNames(), sources.sentences()));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasTheSameKeysWithTheSameValues(Locale language) throws IOException {
    for (String name : FILES) {
      Properties english = file(name, "");
      Properties other = fileOf(name, language);
      assertEquals(
          Set.of(), difference(english.stringPropertyNames(), other.stringPropertyNames()));
      for (String key : english.stringPropertyNames()) {
        assertEquals(values(english.getProperty(key)), values(other.getProperty(key)), key);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyTextIsAPatternWithoutPlainApostrophes(Locale language) throws IOException {
    for (String name : FILES) {
      Properties texts = fileOf(name, language);
      for (String key : texts.stringPropertyNames()) {
        String pattern = texts.getProperty(key);
        assertEquals(-1, pattern.indexOf('\''), key);
        for (Object count : new Object[] {0, 1, 2, 5, 21}) {
          Object[] values = NUMBER.matcher(pattern).find() ? numbers(count) : LETTERS;
          String shown = new MessageFormat(pattern, language).format(values);
          assertEquals(-1, shown.indexOf('{'), () -> key + ": " + shown);
        }
      }
    }
  }

  private static Object[] numbers(Object count) {
    return Collections.nCopies(6, count).toArray();
  }

  @Test
  void noTextIsLeftInTheCode() throws IOException {
    assertEquals(List.of(), sources().literals());
  }

  @ParameterizedTest
  @CsvSource({
    "en, 0, no answers",
    "en, 1, 1 answer",
    "en, 2, 2 answers",
    "en, 3000, '3,000 answers'",
    "de, 1, 1 Antwort",
    "de, 3000, 3.000 Antworten",
    "he, 0, אין תשובות",
    "he, 1, תשובה אחת",
    "he, 2, שתי תשובות",
    "he, 3000, '3,000 תשובות'",
    "fr, 2, 2 answers"
  })
  void pluralsAndNumbersFollowTheLanguage(String language, int count, String shown) {
    Texts.use(language);
    assertEquals(shown, Texts.text("answers", count).replaceAll("[\u200e\u200f]", ""));
  }

  @Test
  void problemsSpeakTheLanguageOfTheWindowAndTheCommandLineEnglish() {
    Sentence what = Sentence.of("no-answer", "How?");
    Sentence todo = Sentence.of("no-answer.here.todo");
    Problem problem =
        new Problem(Problem.Severity.ERROR, "no-answer", "", "a.csv", 1200, 0, what, todo);
    Texts.use("de");
    assertEquals(
        "a.csv, Zeile 1200: „How?“ hat keine Antwort."
            + " Schreiben Sie eine, oder löschen Sie den Eintrag.",
        Texts.said(problem));
    Texts.use("he");
    assertEquals("ל\"\u200eHow?\u200e\" אין תשובה.", Texts.said(what));
    assertEquals(
        "a.csv, line 1200: \"How?\" has no answer. Write one, or delete the entry.",
        problem.sentence());
  }

  /** What only one of the two has. */
  private static Set<String> difference(Set<String> one, Set<String> other) {
    Set<String> only = new TreeSet<>(one);
    only.addAll(other);
    only.removeIf(key -> one.contains(key) && other.contains(key));
    return only;
  }

  private static Set<String> values(String pattern) {
    return VALUE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties fileOf(String start, Locale language) throws IOException {
    return file(start, language.equals(Locale.ENGLISH) ? "" : "_" + language);
  }

  private static Properties file(String start, String suffix) throws IOException {
    String name = start + suffix + ".properties";
    Properties texts =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            Object before = super.put(key, value);
            assertEquals(null, before, key + " stands twice in " + name);
            return null;
          }
        };
    try (Reader reader =
        new InputStreamReader(
            Texts.class.getResourceAsStream("/org/deskbert/" + name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  private static Sources sources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Sources found = new Sources(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> paths = Files.walk(SOURCES)) {
      List<Path> java =
          paths
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("TextShaping.java")) // speaks to JavaFX alone
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      for (var unit : task.parse()) {
        String name = unit.getSourceFile().getName().replace('\\', '/');
        new Finder(found, name, name.contains("/deskbert/ui/")).scan(unit, null);
      }
    }
    return found;
  }

  private static final class Finder extends TreeScanner<Void, Void> {
    private final Sources found;
    private final String file;
    private final boolean window;

    Finder(Sources found, String file, boolean window) {
      this.found = found;
      this.file = file;
      this.window = window;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      String method = call.getMethodSelect().toString();
      if (Set.of("of", "Sentence.of").contains(method)
          && !call.getArguments().isEmpty()
          && call.getArguments().getFirst() instanceof LiteralTree key
          && (method.startsWith("S") || file.endsWith("/Sentence.java"))) {
        found.sentences().add(String.valueOf(key.getValue()));
      }
      if (window
          && method.equals("text")
          && call.getArguments().getFirst() instanceof LiteralTree key) {
        found.keys().add(String.valueOf(key.getValue()));
        return scan(call.getArguments().subList(1, call.getArguments().size()), null);
      }
      shown(method.substring(method.lastIndexOf('.') + 1), call.getArguments());
      return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
      String name = made.getIdentifier().toString();
      if (window && name.endsWith("Exception")) {
        return null;
      }
      shown(name, made.getArguments());
      return super.visitNewClass(made, nothing);
    }

    private void shown(String by, List<?> arguments) {
      if (SHOWING.contains(by)
          && !arguments.isEmpty()
          && arguments.getFirst() instanceof LiteralTree literal
          && literal.getValue() instanceof String words
          && words.matches(".*\\p{L}{2,}.*")) {
        report(literal);
      }
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getValue() instanceof String words
          && WORDS.matcher(words).matches()
          && !words.contains("-fx-")
          && !words.startsWith("Shortcut+")) {
        report(literal);
      }
      return null;
    }

    private void report(LiteralTree literal) {
      String words = String.valueOf(literal.getValue());
      if (window && !NOT_SHOWN.contains(words) && !NAME.matcher(words).matches()) {
        found.literals().add(file + ": " + words);
      }
    }
  }
}
