package org.deskbert.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs from one data folder to another. */
class PackCommandsTest {
  private static final byte[] PICTURE = {1, 2, 3};

  @TempDir Path folder;
  private Path ada;
  private Path bob;
  private String pack;
  private String fingerprint;

  @BeforeEach
  void pack() throws Exception {
    ada = Files.createDirectory(folder.resolve("ada"));
    bob = Files.createDirectory(folder.resolve("bob"));
    pack = folder.resolve("desk.faqpack").toString();
    Files.createDirectory(ada.resolve("pictures"));
    Files.write(ada.resolve("pictures/plan.png"), PICTURE);
    sheet("1,Where?,There ![plan](pictures/plan.png)\n2,When?,Now\n");
    done(ada, "faq", "import", sheet().toString(), "--into", "desk");
    CliRun run = done(ada, "faq", "pack", "desk", pack);
    fingerprint = run.lines().getLast().replace("Signed by ", "");
  }

  private Path sheet() {
    return folder.resolve("sheet.csv");
  }

  private void sheet(String rows) throws Exception {
    Files.writeString(sheet(), "id,question,answer\n" + rows);
  }

  private static CliRun done(Path data, String... words) {
    CliRun run = CliRun.of(data, "", words);
    assertEquals(0, run.code(), run.err());
    return run;
  }

  private CliRun refused(String word, String... words) {
    CliRun run = CliRun.of(bob, "", words);
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains(word), run.err());
    return run;
  }

  @Test
  void anUnknownSignerIsRefusedWithTheRemedyAndTrustedByTheDigits() throws Exception {
    CliRun run = refused("somebody unknown", "faq", "unpack", pack);
    assertTrue(run.err().contains("--trust \"" + fingerprint + "\""), run.err());
    refused("somebody unknown", "ask", "-f", pack, "Where?");
    refused("but by " + fingerprint, "faq", "unpack", pack, "--trust", "12345");
    String spoken = fingerprint.replace(" ", "-");
    CliRun unpacked = done(bob, "faq", "unpack", pack, "--trust", spoken);
    assertEquals("desk has 2 entries: 2 added, 0 changed.", unpacked.lines().getFirst());
    assertArrayEquals(PICTURE, Files.readAllBytes(bob.resolve("pictures/plan.png")));
    done(bob, "faq", "unpack", pack, "--into", "again");
    refused("already is a FAQ", "faq", "unpack", pack);
    assertTrue(
        done(bob, "faq", "history", "-f", "desk")
            .out()
            .contains("Unpacked desk.faqpack (2 added)"));
  }

  @Test
  void twoOwnersMergeUntilTheyAgree() throws Exception {
    done(bob, "faq", "unpack", pack, "--trust", fingerprint);
    sheet("1,Where?,Here\n2,When?,Later\n3,Who?,We\n");
    done(ada, "faq", "import", sheet().toString(), "--into", "desk", "--merge");
    sheet("1,Where?,Nowhere\n2,When?,Now\n");
    done(bob, "faq", "import", sheet().toString(), "--into", "desk", "--merge");
    done(ada, "faq", "pack", "desk", pack);
    CliRun preview = done(bob, "faq", "merge", "desk", pack, "--preview");
    assertEquals("desk would get 1 added, 1 changed.", preview.lines().getFirst());
    CliRun merged = done(bob, "faq", "merge", "desk", pack);
    assertEquals("desk got 1 added, 1 changed.", merged.lines().getFirst());
    assertTrue(merged.err().contains("answer \"Nowhere\" here, \"Here\" there"), merged.err());
    String back = folder.resolve("back.faqpack").toString();
    String signer = done(bob, "faq", "pack", "desk", back).lines().getLast();
    String digits = signer.replace("Signed by ", "");
    CliRun agreed = done(ada, "faq", "merge", "desk", back, "--trust", digits);
    assertEquals("Both have the same now.", agreed.lines().getLast());
    assertTrue(done(bob, "faq", "merge", "desk", pack).out().contains("nothing changed"));
    done(bob, "faq", "restore", "5", "-f", "desk");
  }

  @Test
  void whatIsOlderIsSaidBeforeAnythingChanges() throws Exception {
    done(bob, "faq", "unpack", pack, "--trust", fingerprint);
    sheet("1,Where?,Elsewhere\n");
    done(ada, "faq", "import", sheet().toString(), "--into", "desk", "--replace");
    String newer = folder.resolve("newer.faqpack").toString();
    done(ada, "faq", "pack", "desk", newer);
    done(bob, "faq", "unpack", newer, "--replace");
    refused("is older than what desk has", "faq", "unpack", pack, "--replace");
    CliRun older = done(bob, "faq", "unpack", pack, "--replace", "--older");
    assertEquals("desk has 2 entries: 2 added, 0 changed.", older.lines().getFirst());
  }

  @Test
  void anotherPictureOfThatNameStays() throws Exception {
    Files.createDirectory(bob.resolve("pictures"));
    Files.write(bob.resolve("pictures/plan.png"), new byte[] {9});
    CliRun run = done(bob, "faq", "unpack", pack, "--trust", fingerprint);
    assertTrue(run.err().contains("pictures/plan.png is another picture here"), run.err());
    assertArrayEquals(new byte[] {9}, Files.readAllBytes(bob.resolve("pictures/plan.png")));
  }

  @Test
  void packsOfTheSameAreTheSame() throws Exception {
    String second = folder.resolve("second.faqpack").toString();
    done(ada, "faq", "pack", "desk", second);
    assertArrayEquals(Files.readAllBytes(Path.of(pack)), Files.readAllBytes(Path.of(second)));
  }
}
