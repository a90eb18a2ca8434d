package org.deskbert.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deskbert.app.DeskBert;
import org.deskbert.faq.TestQuestion;
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

  /** One test question that is answered as agreed, one that is not. */
  private void putTests() throws Exception {
    try (DeskBert program = DeskBert.open(ada)) {
      program.change(program.settings().withWordsOnly(true));
      program
          .library()
          .upkeep()
          .putTests(
              "desk",
              List.of(
                  new TestQuestion("Where?", "1", "answered", "1", TestQuestion.Origin.OWNER),
                  new TestQuestion("When?", "2", "unknown", "", TestQuestion.Origin.OWNER)));
    }
  }

  @Test
  void whatIsAnsweredOtherwiseIsSaidBeforeAFaqIsGivenAway() throws Exception {
    putTests();
    Path sheet = folder.resolve("given.csv");
    String sentence =
        "deskbert: 1 of 2 test questions of desk is answered otherwise than before, first"
            + " \"When?\"; nothing was written. Look at Tests at the FAQ desk, or go on with"
            + " --anyway.\n";
    CliRun exported = CliRun.of(ada, "", "faq", "export", sheet.toString(), "-f", "desk");
    assertEquals(new CliRun(1, "", sentence), exported);
    String second = folder.resolve("second.faqpack").toString();
    assertEquals(new CliRun(1, "", sentence), CliRun.of(ada, "", "faq", "pack", "desk", second));
    assertFalse(Files.exists(sheet) || Files.exists(Path.of(second)));
    done(ada, "faq", "export", sheet.toString(), "-f", "desk", "--anyway");
    done(ada, "faq", "pack", "desk", second, "--anyway");
    done(bob, "faq", "unpack", second, "--trust", fingerprint);
    try (DeskBert program = DeskBert.open(bob)) {
      assertEquals(2, program.library().upkeep().tests("desk").size());
    }
  }

  @Test
  void aTerminalAsksWhetherToGoOn() throws Exception {
    putTests();
    Path sheet = folder.resolve("given.csv");
    String[] export = {"--data", ada.toString(), "faq", "export", sheet.toString(), "-f", "desk"};
    assertEquals(1, typed("no\n", export));
    assertFalse(Files.exists(sheet));
    assertEquals(0, typed("Yes\n", export));
    assertTrue(Files.exists(sheet));
  }

  private static int typed(String reply, String... words) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    InputStream in = new ByteArrayInputStream(reply.getBytes(UTF_8));
    return Cli.run(words, Console.of(in, nowhere, nowhere, true), null);
  }
}
