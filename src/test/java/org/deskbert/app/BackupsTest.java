package org.deskbert.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deskbert.app.Backups.Backup;
import org.deskbert.faq.DamagedLibraryException;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  @TempDir Path folder;
  private DataFolder data;

  @BeforeEach
  void open() throws FaqException {
    data = DataFolder.open(folder);
  }

  @Test
  void keepsACopyOnlyWhereSomethingChanged() throws Exception {
    Backups backups = new Backups(data);
    try (Library library = Library.open(data.library())) {
      library.create("one");
      Files.setLastModifiedTime(
          data.library(), java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(60)));
      assertTrue(backups.keep(library));
    }
    try (Library library = Library.open(data.library())) {
      Backup kept = backups.list().getFirst();
      Files.setLastModifiedTime(
          kept.file(), java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(60)));
      assertFalse(backups.keep(library));
    }
  }

  @Test
  void aDamagedLibraryComesBackFromTheLastCopy() throws Exception {
    Backups backups = new Backups(data);
    try (Library library = Library.open(data.library())) {
      library.create("mine");
      backups.keep(library);
    }
    byte[] bytes = Files.readAllBytes(data.library());
    java.util.Arrays.fill(bytes, 200, bytes.length, (byte) 7);
    Files.write(data.library(), bytes);
    assertThrows(DamagedLibraryException.class, () -> Library.open(data.library()).close());

    Path aside = backups.restore(backups.list().getFirst());
    try (Library library = Library.open(data.library())) {
      assertEquals("mine", library.list().getFirst().name());
    }
    assertEquals(bytes.length, Files.size(aside));
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().contains("restored")));
    }
  }

  @Test
  void aDamagedCopyIsRefusedAndTheLibraryStays() throws Exception {
    Backups backups = new Backups(data);
    try (Library library = Library.open(data.library())) {
      library.create("mine");
      backups.keep(library);
    }
    Backup copy = backups.list().getFirst();
    Files.writeString(copy.file(), "no database, but long enough to be read as one", UTF_8);
    assertThrows(FaqException.class, () -> backups.restore(copy));
    try (Library library = Library.open(data.library())) {
      assertEquals("mine", library.list().getFirst().name());
    }
  }

  @Test
  void otherFilesInTheFolderAreLeftAlone() throws Exception {
    Files.createDirectories(data.backups());
    Files.writeString(data.backups().resolve("library-yesterday.db"), "mine");
    Backups backups = new Backups(data, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    try (Library library = Library.open(data.library())) {
      backups.keep(library);
    }
    assertEquals(List.of(LocalDate.EPOCH), backups.list().stream().map(Backup::day).toList());
    assertTrue(Files.exists(data.backups().resolve("library-yesterday.db")));
  }

  @Test
  void sevenDaysAndTheLastOfEightWeeksBeforeAreKept() {
    List<Backup> daily = new ArrayList<>();
    LocalDate sunday = LocalDate.of(2026, 3, 1);
    for (int i = 0; i < 365; i++) {
      daily.add(new Backup(sunday.minusDays(i), Path.of("library-" + i)));
    }
    List<Backup> kept = new ArrayList<>(daily);
    kept.removeAll(Backups.due(daily));
    assertEquals(7 + 8, kept.size());
    assertEquals(sunday.minusDays(6), kept.get(6).day());
    Duration between =
        Duration.between(kept.get(14).day().atStartOfDay(), kept.get(7).day().atStartOfDay());
    assertEquals(7 * 7, between.toDays());
  }
}
