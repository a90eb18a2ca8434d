package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionCommandTest {
  @TempDir Path folder;
  private Path first;
  private Path second;

  @BeforeEach
  void write() throws IOException {
    first = Files.writeString(folder.resolve("first"), "correct horse battery\n");
    second = Files.writeString(folder.resolve("second"), "staple of another kind\n");
  }

  private CliRun run(String... words) {
    return CliRun.of(folder.resolve("data"), "", words);
  }

  @Test
  void isTurnedOnChangedAndTurnedOff() {
    assertEquals(0, run("faq", "new", "mine").code());
    CliRun on = run("encryption", "on", "--new-passphrase-file", first.toString());
    assertEquals(0, on.code(), on.err());
    assertTrue(on.err().contains("nobody can read the data again"), on.err());

    CliRun locked = run("faq", "list");
    assertEquals(1, locked.code());
    assertTrue(locked.err().contains("--passphrase-file"), locked.err());
    assertEquals(1, locked.err().lines().count(), locked.err());
    CliRun wrong = run("faq", "list", "--passphrase-file", second.toString());
    assertEquals(1, wrong.code());
    assertTrue(wrong.err().contains("not the passphrase"), wrong.err());
    CliRun list = run("--passphrase-file", first.toString(), "faq", "list");
    assertEquals(0, list.code(), list.err());
    assertTrue(list.out().contains("mine"), list.out());

    CliRun change =
        run(
            "encryption",
            "change",
            "--passphrase-file",
            first.toString(),
            "--new-passphrase-file",
            second.toString());
    assertEquals(0, change.code(), change.err());
    CliRun doctor = run("doctor", "--passphrase-file", second.toString());
    assertTrue(doctor.out().contains("ok    encryption: on"), doctor.out());

    CliRun off = run("encryption", "off", "--passphrase-file", second.toString());
    assertEquals(0, off.code(), off.err());
    assertTrue(run("faq", "list").out().contains("mine"));
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(2, run("encryption").code());
    CliRun none = run("encryption", "off");
    assertEquals(1, none.code());
    assertTrue(none.err().contains("is not encrypted"), none.err());
    CliRun unread = run("encryption", "on", "--new-passphrase-file", folder + "/none");
    assertEquals(1, unread.code());
    assertTrue(unread.err().contains("can't be read"), unread.err());
    assertEquals(0, run("faq", "list").code(), "nothing was changed");
  }
}
