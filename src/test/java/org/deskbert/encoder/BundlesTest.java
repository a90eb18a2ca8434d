package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {
  @TempDir private Path temp;
  private Path added;
  private Bundles bundles;

  @BeforeEach
  void ship() throws IOException {
    added = temp.resolve("data").resolve("models");
    Fixtures.bundle(temp.resolve("shipped").resolve("small"));
    bundles = new Bundles(temp.resolve("shipped"), added);
  }

  private List<String> names() {
    return bundles.list().stream().map(Bundles.Entry::name).toList();
  }

  @Test
  void anAddedBundleIsListedFoundAndRemoved() throws Exception {
    Path source = Fixtures.bundle(temp.resolve("mine"));
    Files.writeString(source.resolve("notes.txt"), "not listed, so not copied");

    Bundle bundle = bundles.add(source, ImportChoices.NONE);

    assertEquals(added.resolve("mine"), bundle.folder());
    assertEquals(List.of("small", "mine"), names());
    assertEquals(Bundle.open(source).hash(), bundles.find("mine").hash());
    assertEquals(List.of("bundle.json", "model.onnx", "vocab.txt"), files(bundle.folder()));

    bundles.remove("mine");
    assertEquals(List.of("small"), names());
    assertEquals(List.of(), files(added));
  }

  @Test
  void aFolderIsFoundToo() throws Exception {
    Path source = Fixtures.bundle(temp.resolve("elsewhere"));
    assertEquals("elsewhere", bundles.find(source.toString()).name());
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    refused(() -> bundles.find("smal"), "no model \"smal\"", "small");
    refused(() -> bundles.find(""), "no model \"\"", "small");
    refused(() -> bundles.find("a\0b"), "no model", "small");
    refused(() -> bundles.remove("smal"), "no model \"smal\"", "small");
  }

  @Test
  void aShippedBundleStays() throws Exception {
    refused(() -> bundles.remove("small"), "came with the program", "use another");
    assertEquals("small", bundles.find("small").name());
  }

  @Test
  void aTakenNameIsRefused() throws Exception {
    Path source = Fixtures.bundle(temp.resolve("x").resolve("small"));
    refused(
        () -> bundles.add(source, ImportChoices.NONE),
        "\"small\" is there already",
        "remove it first");
  }

  @Test
  void aBadBundleLeavesNothingBehind() throws Exception {
    bundles.add(Fixtures.bundle(temp.resolve("mine")), ImportChoices.NONE);
    Path damaged = Fixtures.bundle(temp.resolve("damaged"));
    Files.writeString(damaged.resolve("model.onnx"), "short");
    refused(
        () -> bundles.add(damaged, ImportChoices.NONE),
        "model.onnx has 5 bytes",
        "copy the bundle again");
    Path foreign = Fixtures.bundle(temp.resolve("foreign"), "tiny-other.onnx", json -> {});
    refused(() -> bundles.add(foreign, ImportChoices.NONE), "pixels", "export.py");
    assertEquals(List.of("mine"), files(added));
  }

  @Test
  void anUnwritableFolderIsNamed() throws Exception {
    Path source = Fixtures.bundle(temp.resolve("mine"));
    Files.createDirectories(added.getParent());
    Files.writeString(added, "a file where the folder should be");
    refused(
        () -> bundles.add(source, ImportChoices.NONE),
        added.toString(),
        "check that the folder can be written");
  }

  @Test
  void aBrokenBundleIsListedWithItsProblem() throws Exception {
    Files.writeString(Fixtures.bundle(added.resolve("broken")).resolve("bundle.json"), "{");
    Bundles.Entry entry = bundles.list().getLast();
    assertEquals("broken", entry.name());
    assertTrue(entry.problem().contains("bundle.json"), entry.problem());
    bundles.remove("broken");
    assertEquals(List.of("small"), names());
  }

  @Test
  void aCopyThatWasKilledIsInvisibleAndReplaced() throws Exception {
    Fixtures.bundle(added.resolve(".adding-mine"));
    assertEquals(List.of("small"), names());
    bundles.add(Fixtures.bundle(temp.resolve("mine")), ImportChoices.NONE);
    assertEquals(List.of("mine"), files(added));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void refused(Executable work, String what, String remedy) {
    String message = assertThrows(BundleException.class, work).getMessage();
    assertTrue(message.contains(what), message);
    assertTrue(message.contains(remedy), message);
    assertFalse(message.contains("\n"), message);
  }
}
