package org.deskbert;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house rules: which package may use which, and who may touch the outside world. */
class ArchitectureTest {
  private static final String ROOT = "org.deskbert";
  private static final List<String> ALLOWED_NET = List.of("java.net.URI");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @CsvSource({
    "trace,   ''",
    "encoder, trace",
    "intent,  encoder trace",
    "faq,     trace",
    "search,  encoder faq trace",
    "chat,    intent search faq encoder trace",
    "eval,    chat intent search faq encoder trace",
    "app,     eval chat intent search faq encoder trace",
    "cli,     app eval chat intent search faq encoder trace",
    "ui,      app eval chat intent search faq encoder trace",
  })
  void aPackageUsesOnlyWhatIsBelowIt(String name, String below) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(below.trim().split(" +")))
            .filter(p -> !p.isEmpty())
            .map(p -> ROOT + "." + p + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "javafx.., ui",
    "ai.onnxruntime.., encoder",
    "org.apache.lucene.., search",
    "org.jsoup.., faq",
    "org.snakeyaml.., faq",
  })
  void aLibraryHasOneHome(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingReachesTheNetwork() {
    DescribedPredicate<JavaClass> network =
        resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels.spi..")
            .and(
                DescribedPredicate.describe(
                    "network classes", c -> !ALLOWED_NET.contains(c.getName())))
            .or(
                DescribedPredicate.describe(
                    "socket channels",
                    c ->
                        c.getName().startsWith("java.nio.channels.")
                            && c.getSimpleName().contains("Socket")));
    noClasses().should().dependOnClassesThat(network).check(CLASSES);
  }

  /** Its jar is shipped without them. */
  @Test
  void jsoupOnlyParses() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.jsoup\\.(Jsoup|Connection|helper\\.Http).*")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void filesStaySmall() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<String> large =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> lines(f) > 300)
              .map(Path::toString)
              .toList();
      assertEquals(List.of(), large, "files over 300 lines");
    }
  }

  @Test
  void everyPackageSaysWhatLivesThere() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/deskbert"))) {
      List<Path> silent =
          folders
              .filter(Files::isDirectory)
              .filter(f -> !Files.exists(f.resolve("package-info.java")))
              .toList();
      assertEquals(List.of(), silent);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
