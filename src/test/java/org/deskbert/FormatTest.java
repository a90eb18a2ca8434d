package org.deskbert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The sources are as google-java-format writes them; see CONTRIBUTING.md for the command. */
class FormatTest {
  @TestFactory
  List<DynamicTest> sourcesAreFormatted() throws IOException {
    Formatter formatter = new Formatter();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> dynamicTest(file.toString(), () -> check(formatter, file)))
          .toList();
    }
  }

  private static void check(Formatter formatter, Path file) throws Exception {
    String source = Files.readString(file);
    assertEquals(formatter.formatSource(source), source);
  }
}
