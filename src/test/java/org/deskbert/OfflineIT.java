package org.deskbert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What docs/offline.md tells of the shipped byte code. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class OfflineIT {
  /** A row of the table: class, and the reason why its calls can't run. */
  private static final Pattern ROW = Pattern.compile("\\| `([\\w.$]+)` \\| (\\S.*\\S) \\|");

  /**
   * Every class in every shipped jar that could open a connection was looked at, and no other is.
   */
  @Test
  void eachClassThatCouldConnectHasAReasonWhyItDoesNot() throws IOException {
    SortedMap<String, String> reasons = new TreeMap<>();
    try (Stream<String> lines = Files.lines(Path.of("docs/offline.md"))) {
      lines
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .forEach(row -> reasons.put(row.group(1), row.group(2)));
    }
    SortedMap<String, Object> found = new TreeMap<>();
    Path lib = Path.of(System.getProperty("program")).getParent().resolveSibling("lib");
    try (Stream<Path> jars = Files.list(lib)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        found.putAll(NetworkCalls.in(jar));
      }
    }
    assertFalse(found.isEmpty(), "the scan sees the calls in the libraries");
    SortedMap<String, Object> unknown = new TreeMap<>(found);
    unknown.keySet().removeAll(reasons.keySet());
    assertEquals("{}", unknown.toString(), "without a reason in docs/offline.md");
    reasons.keySet().removeAll(found.keySet());
    assertEquals("{}", reasons.toString(), "in docs/offline.md, but nowhere in the program");
  }

  /** Many of the reasons are that JavaFX only connects where it is given an address as text. */
  @Test
  void noPictureOrFontIsLoadedFromAnAddress() {
    noClasses()
        .should()
        .callConstructor(Image.class, String.class)
        .orShould()
        .callConstructor(Image.class, String.class, boolean.class)
        .orShould()
        .callConstructor(ImageView.class, String.class)
        .orShould()
        .callMethod(Font.class, "loadFont", String.class, double.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene.media..", "javafx.scene.web..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.deskbert"));
  }
}
