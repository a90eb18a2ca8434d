package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.deskbert.app.DataFolder;
import org.deskbert.app.DeskBert;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.Opening;
import org.deskbert.app.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreModelTest {
  @TempDir Path folder;
  private final AtomicReference<DeskBert> opened = new AtomicReference<>();

  @BeforeEach
  void damage() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      program.library().create("mine");
    } // closing keeps a backup
    Path library = new DataFolder(folder).library();
    byte[] bytes = Files.readAllBytes(library);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 1);
    Files.write(library, bytes);
  }

  @Test
  void aBackupBringsTheLibraryBack() throws Exception {
    try (Opening opening = Opening.of(folder)) {
      assertNull(opening.program());
      RestoreModel model = model(opening);
      assertTrue(model.damage().contains("library.db"), model.damage());
      model.restore(model.backups().getFirst());
      assertTrue(names().anyMatch("mine"::equals));
      assertFalse(model.busyProperty().get());
    }
  }

  @Test
  void oneCanBeginWithTheSamples() throws Exception {
    try (Opening opening = Opening.of(folder)) {
      model(opening).begin();
      assertEquals(3, names().count());
    }
  }

  @Test
  void aDamagedBackupIsToldAndNothingChanges() throws Exception {
    try (Opening opening = Opening.of(folder)) {
      RestoreModel model = model(opening);
      Files.writeString(model.backups().getFirst().file(), "not a database at all, but a text");
      model.restore(model.backups().getFirst());
      assertNull(opened.get());
      assertFalse(model.problemProperty().get().isEmpty());
      assertTrue(Files.exists(new DataFolder(folder).library()));
    }
  }

  private RestoreModel model(Opening opening) {
    return new RestoreModel(opening, Tasks.immediate(), opened::set);
  }

  private java.util.stream.Stream<String> names() throws Exception {
    assertNotNull(opened.get());
    return opened.get().faqs().stream().map(FaqSummary::name);
  }
}
