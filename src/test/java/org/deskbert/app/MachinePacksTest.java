package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.Library;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation lays packs on the machine; a user opens the program again and again. */
class MachinePacksTest {
  @TempDir Path folder;

  private DeskBert organisation;
  private DeskBert user;
  private Path laid;
  private String signer;

  @BeforeEach
  void open() throws Exception {
    organisation = DeskBert.open(folder.resolve("organisation"));
    user = DeskBert.open(folder.resolve("user"));
    laid = Files.createDirectory(folder.resolve("packs"));
    signer = organisation.packs().fingerprint();
  }

  @AfterEach
  void close() {
    user.close();
    organisation.close();
  }

  /** What the program does when the user starts it: the sentences that it says. */
  private List<String> start() {
    Path policy = folder.resolve("policy.json");
    MachinePacks.Source source = new MachinePacks.Source(policy, laid, List.of(signer));
    return new MachinePacks(source, user.packs(), user.library(), user.folder()).take();
  }

  private void lay(String name, String... answers) throws Exception {
    Library library = organisation.library();
    if (library.list().stream().noneMatch(info -> info.name().equals(name))) {
      library.create(name);
    }
    write(library, name, answers);
    Path file = laid.resolve(name + ".faqpack");
    long before = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
    organisation.packs().pack(name, file, false, Progress.NONE);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochMilli(before + 1000)));
  }

  private static void write(Library library, String name, String... answers) throws Exception {
    for (int i = 0; i < answers.length; i++) {
      String id = String.valueOf(i + 1);
      Entry entry = new Entry(id, List.of("Question " + id), answers[i], "", List.of(), null, null);
      library.apply(name, Edits.save(entry));
    }
  }

  private static List<String> answers(DeskBert program, String name) throws Exception {
    Faq faq = program.faq(name);
    return faq.entries().stream().map(Entry::answer).toList();
  }

  @Test
  void aPackIsTakenInOnceAndItsNewerVersionIsMerged() throws Exception {
    lay("desk", "There", "Now");
    assertEquals(List.of(), start());
    assertEquals(List.of("There", "Now"), answers(user, "desk"));
    write(user.library(), "desk", "There", "Later");
    lay("desk", "Here", "Now", "We");
    assertEquals(List.of(), start());
    assertEquals(List.of("Here", "Later", "We"), answers(user, "desk"));
    int changes = user.library().history().of("desk").size();
    assertEquals(List.of(), start());
    assertEquals(changes, user.library().history().of("desk").size());
  }

  @Test
  void whereBothChangedTheSameTheUsersOwnStaysAndIsSaidOnce() throws Exception {
    lay("desk", "There");
    start();
    write(user.library(), "desk", "Mine");
    lay("desk", "Here");
    List<String> notes = start();
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(notes.getFirst().contains("yours were kept: 1."), notes.toString());
    assertEquals(List.of("Mine"), answers(user, "desk"));
    assertEquals(List.of(), start());
  }

  @Test
  void aPackTakesThePlaceOfASampleThatNobodyChanged() throws Exception {
    write(organisation.library(), "it", "Ask Ada");
    lay("it", "Ask Ada");
    lay("hr", "Ask Bob");
    write(user.library(), "hr", "Mine");
    List<String> notes = start();
    assertTrue(answers(user, "it").contains("Ask Ada"));
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(notes.getFirst().contains("deskbert faq rename hr NEW"), notes.toString());
    assertTrue(answers(user, "hr").contains("Mine"));
  }

  @Test
  void aBadPackChangesNothingAndKeepsNoOtherFromBeingTaken() throws Exception {
    lay("a", "One");
    lay("b", "Two");
    lay("c", "Three");
    Path file = laid.resolve("a.faqpack");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    user.library().create("own");
    user.packs().pack("own", laid.resolve("b.faqpack"), false, Progress.NONE);
    for (int i = 0; i < 2; i++) { // until somebody mends it
      List<String> notes = start();
      assertEquals(2, notes.size(), notes.toString());
      assertTrue(notes.get(0).contains("a.faqpack was changed after it was signed"), notes.get(0));
      assertTrue(notes.get(1).contains("b.faqpack was signed by"), notes.get(1));
      assertTrue(notes.get(1).contains("policy.json does not name"), notes.get(1));
    }
    assertEquals(List.of("Three"), answers(user, "c"));
    assertEquals(
        List.of("c", "hr", "it", "own", "shop"),
        user.library().list().stream().map(info -> info.name()).sorted().toList());
  }

  @Test
  void aFaqThatTheUserRemovedComesBack() throws Exception {
    lay("desk", "There");
    start();
    user.library().remove("desk");
    assertEquals(List.of(), start());
    assertEquals(List.of("There"), answers(user, "desk"));
  }

  @Test
  void aMissingFolderIsSaid() throws Exception {
    Files.delete(laid);
    List<String> notes = start();
    assertEquals(1, notes.size());
    assertTrue(notes.getFirst().contains("packs can't be read"), notes.getFirst());
  }
}
