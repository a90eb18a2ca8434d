package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that is encrypted on the disk. */
class SealedDatabaseTest {
  private static final Entry ENTRY =
      new Entry("1", List.of("Where is the piano?"), "In the hall.", "", List.of(), null, null);

  @TempDir Path folder;
  private final Seal seal = new Seal(new byte[Seal.KEY_BYTES]);

  private Path db() {
    return folder.resolve("library.db");
  }

  @Test
  void aSealOpensOnlyWithItsKeyAndOnlyWhatWasNotChanged() {
    byte[] content = "Where is the piano?".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = seal.seal(content);
    assertArrayEquals(content, seal.unseal(sealed));
    byte[] other = new byte[Seal.KEY_BYTES];
    other[5] = 1;
    assertNull(new Seal(other).unseal(sealed));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertNull(seal.unseal(changed), "byte " + i);
    }
    assertNull(seal.unseal(content));
  }

  @Test
  void keepsALibraryAcrossReopeningWithNothingInTheClear() throws Exception {
    try (Library library = Library.open(db(), seal)) {
      library.add("music", List.of(ENTRY));
    }
    try (Library library = Library.open(db(), seal)) {
      assertEquals(List.of(ENTRY), library.load("music").entries());
    }
    String bytes = Files.readString(db(), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("SQLite") || bytes.contains("piano") || bytes.contains("music"));
    assertFalse(Files.exists(folder.resolve("library.db-wal")));
  }

  @Test
  void seesWhatAnotherProgramHasWritten() throws Exception {
    try (Library one = Library.open(db(), seal);
        Library other = Library.open(db(), seal)) {
      one.create("first");
      assertEquals(1, other.list().size());
      other.create("second");
      assertEquals(2, one.list().size());
    }
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    try (Library one = Library.open(db(), seal);
        Library other = Library.open(db(), seal);
        var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> work =
          IntStream.range(0, 20)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    (i % 2 == 0 ? one : other).create("faq " + i);
                    return true;
                  })
              .toList();
      for (var done : pool.invokeAll(work)) {
        assertTrue(done.get());
      }
      assertEquals(20, one.list().size());
    }
  }

  @Test
  void whatCantBeWrittenDidNotHappen() throws Exception {
    try (Library library = Library.open(db(), seal)) {
      library.create("kept");
      Path inTheWay = folder.resolve("library.db." + ProcessHandle.current().pid()).resolve("file");
      Files.createDirectories(inTheWay);
      FaqException e = assertThrows(FaqException.class, () -> library.create("lost"));
      assertTrue(String.valueOf(e.getMessage()).contains("nothing was changed"), e.getMessage());
      assertEquals(1, library.list().size());
      Files.delete(inTheWay);
      Files.delete(inTheWay.getParent());
      library.create("later");
      assertEquals(2, library.list().size());
    }
  }

  @Test
  void refusesAnotherKeyAndAFileInTheClear() throws Exception {
    try (Library library = Library.open(db(), seal)) {
      library.create("kept");
    }
    byte[] before = Files.readAllBytes(db());
    byte[] other = new byte[Seal.KEY_BYTES];
    other[0] = 1;
    assertThrows(DamagedLibraryException.class, () -> Library.open(db(), new Seal(other)).close());
    FaqException noKey = assertThrows(FaqException.class, () -> Library.open(db()).close());
    assertTrue(String.valueOf(noKey.getMessage()).contains("encryption.json"), noKey.getMessage());
    assertArrayEquals(before, Files.readAllBytes(db()));

    Path clear = folder.resolve("clear.db");
    Library.open(clear).close();
    FaqException e = assertThrows(FaqException.class, () -> Library.open(clear, seal).close());
    assertTrue(String.valueOf(e.getMessage()).contains("not encrypted"), e.getMessage());
  }
}
