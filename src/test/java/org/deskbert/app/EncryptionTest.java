package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Turn;
import org.deskbert.faq.Entry;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {
  private static final String FIRST = "correct horse battery";
  private static final String SECOND = "staple of another kind";

  @TempDir Path folder;
  private DataFolder data;

  @BeforeEach
  void fill() throws Exception {
    data = DataFolder.open(folder);
    try (DeskBert program = DeskBert.open(data)) {
      ask(program, "piano of the mayor");
      program
          .library()
          .add(
              "music",
              List.of(
                  new Entry(
                      "1", List.of("The piano?"), "In the hall.", "", List.of(), null, null)));
    }
  }

  /** As the window does it, without a model. */
  private static void ask(DeskBert program, String question) throws FaqException {
    program.change(program.settings().withWordsOnly(true));
    program.start();
    Turn turn = program.say(Conversation.EMPTY, question);
    program.chats().keep(Chats.Place.of("c", 0), null, question, turn);
  }

  private DataFolder unlocked(String passphrase) throws FaqException {
    Encryption encryption = new Encryption(data);
    encryption.unlock(passphrase);
    encryption.finish();
    return encryption.folder();
  }

  private void turnOn() throws FaqException {
    Encryption encryption = new Encryption(data);
    encryption.turnOn(FIRST);
    encryption.finish();
  }

  private void check(DataFolder opened) throws Exception {
    try (DeskBert program = DeskBert.open(opened)) {
      assertEquals("In the hall.", program.library().load("music").entries().get(0).answer());
      assertEquals(1, program.chats().count().conversations());
    }
  }

  /** The files in which a question or an answer can be read. */
  private List<Path> telling() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> telling = new java.util.ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (bytes.contains("piano") || bytes.contains("forgot my password")) {
          telling.add(folder.relativize(file));
        }
      }
      return telling;
    }
  }

  @Test
  void hidesEverythingAndOpensWithThePassphrase() throws Exception {
    assertFalse(telling().isEmpty(), "without encryption all can be read");
    turnOn();
    assertEquals(List.of(), telling());
    FaqException locked = assertThrows(FaqException.class, () -> DeskBert.open(data).close());
    assertTrue(String.valueOf(locked.getMessage()).contains("is encrypted"), locked.getMessage());
    FaqException wrong = assertThrows(FaqException.class, () -> unlocked(SECOND));
    assertTrue(String.valueOf(wrong.getMessage()).contains("not the passphrase"));
    check(unlocked(FIRST));
    assertEquals(List.of(), telling(), "nor after it was used");
  }

  @Test
  void aChangedPassphraseOpensBackupsToo() throws Exception {
    turnOn();
    new Encryption(data).change(FIRST, SECOND);
    assertThrows(FaqException.class, () -> unlocked(FIRST));
    DataFolder opened = unlocked(SECOND);
    check(opened);
    Backups backups = new Backups(opened);
    try (Library library = Library.open(data.library(), opened.seal())) {
      library.remove("music");
    }
    backups.restore(backups.list().getFirst());
    check(opened);
    assertEquals(-1, Files.mismatch(data.encryption(), data.backups().resolve("encryption.json")));
  }

  @Test
  void comesOffAgain() throws Exception {
    turnOn();
    Encryption encryption = new Encryption(data);
    assertThrows(FaqException.class, () -> encryption.turnOff(SECOND));
    encryption.turnOff(FIRST);
    encryption.finish();
    assertFalse(encryption.isOn());
    assertFalse(Files.exists(data.backups().resolve("encryption.json")));
    check(DataFolder.open(folder));
    assertFalse(new Backups(data).list().isEmpty());
    Library.open(new Backups(data).list().getFirst().file()).close();
  }

  @Test
  void goesOnWhereItWasBrokenOff() throws Exception {
    byte[] clear = Files.readAllBytes(data.library());
    turnOn();
    Files.write(data.library(), clear); // as if it had been killed before this file
    check(unlocked(FIRST));
    assertEquals(List.of(), telling());

    Encryption encryption = new Encryption(data);
    encryption.turnOff(FIRST); // killed right after it was decided
    check(unlocked(FIRST));
    assertFalse(encryption.isOn());
  }

  @Test
  void changesNothingWhileAnotherProgramHasTheLibrary() throws Exception {
    try (Library other = Library.open(data.library())) {
      other.list();
      Encryption encryption = new Encryption(data);
      encryption.turnOn(FIRST);
      FaqException e = assertThrows(FaqException.class, encryption::finish);
      assertTrue(String.valueOf(e.getMessage()).contains("in use"), e.getMessage());
      other.create("written meanwhile");
    }
    DataFolder opened = unlocked(FIRST);
    try (Library library = Library.open(data.library(), opened.seal())) {
      assertTrue(library.list().stream().anyMatch(i -> i.name().equals("written meanwhile")));
    }
  }

  @Test
  void whatTheProgramDecidesIsDoneWhenItEnds() throws Exception {
    try (DeskBert program = DeskBert.open(data)) {
      program.encryption().turnOn(FIRST);
      program.library().create("after");
    }
    assertEquals(List.of(), telling());
    try (DeskBert program = DeskBert.open(unlocked(FIRST))) {
      assertEquals(0, program.library().load("after").entries().size());
      program.encryption().turnOff(FIRST);
      assertTrue(program.encryption().isEnding());
    }
    check(DataFolder.open(folder));
  }

  @Test
  void refusesAShortPassphraseAndADamagedKey() throws Exception {
    Encryption encryption = new Encryption(data);
    assertThrows(FaqException.class, () -> encryption.turnOn("short"));
    assertFalse(encryption.isOn());
    turnOn();
    String stored = Files.readString(data.encryption());
    for (String damage : List.of("", "{", stored.substring(0, 60), "{\"version\":1}")) {
      Files.writeString(data.encryption(), damage);
      FaqException e = assertThrows(FaqException.class, () -> unlocked(FIRST));
      assertTrue(String.valueOf(e.getMessage()).contains("damaged"), e.getMessage());
    }
    Files.writeString(data.encryption(), stored.replace("\"version\":1", "\"version\":2"));
    FaqException newer = assertThrows(FaqException.class, () -> unlocked(FIRST));
    assertTrue(String.valueOf(newer.getMessage()).contains("newer"), newer.getMessage());
    Files.writeString(data.encryption(), stored);
    check(unlocked(FIRST));
  }

  @Test
  void theDayOfTheLastBackupIsKept() throws Exception {
    Path backup = new Backups(data).list().getFirst().file();
    Instant before = Files.getLastModifiedTime(backup).toInstant();
    turnOn();
    assertEquals(before, Files.getLastModifiedTime(backup).toInstant());
  }
}
