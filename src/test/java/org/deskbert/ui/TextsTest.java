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
import org.deskbert.ui.kit.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The texts of the window: complete, used, alike in all languages, and none left in the code. */
class TextsTest {
  private static final List<Locale> LANGUAGES = Texts.LANGUAGES;
  private static final Path SOURCES = Path.of("src/main/java/org/deskbert/ui");
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

  /** What the code says to itself, beside names of files: words that the program hears. */
  private static final Set<String> NOT_SHOWN = Set.of("DeskBERT", "None of these");

  private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(?:md|otf|ttf)");

  private record Sources(Set<String> keys, List<String> literals) {}

  @AfterEach
  void english() {
    Texts.use("en");
  }

  @Test
  void everyKeyInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
    assertEquals(Set.of(), difference(file("").stringPropertyNames(), sources().keys()));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageHasTheSameKeysWithTheSameValues(Locale language) throws IOException {
    Properties english = file("");
    Properties other = fileOf(language);
    assertEquals(Set.of(), difference(english.stringPropertyNames(), other.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(values(english.getProperty(key)), values(other.getProperty(key)), key);
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyTextIsAPatternWithoutPlainApostrophes(Locale language) throws IOException {
    Properties texts = fileOf(language);
    for (String key : texts.stringPropertyNames()) {
      String pattern = texts.getProperty(key);
      assertEquals(-1, pattern.indexOf('\''), key);
      for (int count : new int[] {0, 1, 2, 5, 21}) {
        Object[] values = {count, count, count, count};
        String shown =
            pattern.contains("{0,choice") || pattern.contains("{0,number")
                ? new MessageFormat(pattern, language).format(values)
                : new MessageFormat(pattern, language).format(new Object[] {"a", "b", "c", "d"});
        assertEquals(-1, shown.indexOf('{'), () -> key + ": " + shown);
      }
    }
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

  private static Properties fileOf(Locale language) throws IOException {
    return file(language.equals(Locale.ENGLISH) ? "" : "_" + language);
  }

  private static Properties file(String suffix) throws IOException {
    String name = "texts" + suffix + ".properties";
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
            Texts.class.getResourceAsStream("/org/deskbert/ui/" + name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  private static Sources sources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Sources found = new Sources(new TreeSet<>(), new ArrayList<>());
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
        new Finder(found, unit.getSourceFile().getName()).scan(unit, null);
      }
    }
    return found;
  }

  private static final class Finder extends TreeScanner<Void, Void> {
    private final Sources found;
    private final String file;

    Finder(Sources found, String file) {
      this.found = found;
      this.file = file;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      String method = call.getMethodSelect().toString();
      if (method.equals("text") && call.getArguments().getFirst() instanceof LiteralTree key) {
        found.keys().add(String.valueOf(key.getValue()));
        return scan(call.getArguments().subList(1, call.getArguments().size()), null);
      }
      shown(method.substring(method.lastIndexOf('.') + 1), call.getArguments());
      return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
      String name = made.getIdentifier().toString();
      if (name.endsWith("Exception")) {
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
      if (!NOT_SHOWN.contains(words) && !FILE.matcher(words).matches()) {
        found.literals().add(file + ": " + words);
      }
    }
  }
}
