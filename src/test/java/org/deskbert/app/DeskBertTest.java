package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.deskbert.chat.Reply;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Intent;
import org.deskbert.trace.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program behind the window, with the real model and the samples. */
class DeskBertTest {
  private static final String QUESTION = "i forgot my password";

  @TempDir Path folder;

  @Test
  void answersFromWordsUntilTheModelIsThere() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      CompletableFuture<Status> ready = when(program, s -> s.phase() == Status.Phase.READY);
      program.start();
      Reply early = program.ask(QUESTION);
      assertTrue(!early.explanation().candidates().isEmpty());
      assertEquals("it", ready.get(120, TimeUnit.SECONDS).faq());
      Reply late = program.ask(QUESTION);
      assertEquals(Reply.Mode.MODEL, late.explanation().mode());
      assertInstanceOf(Reply.Answered.class, late);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseCanReadTheDataUnlessTheFolderWasThere() throws Exception {
    Path fresh = folder.resolve("new/data");
    DataFolder.open(fresh);
    assertEquals("rwx------", rights(fresh));
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxr-x"));
    DataFolder.open(shared);
    assertEquals("rwxrwxr-x", rights(shared));
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void followsTheWordsOnlySwitchAndTheActiveFaqs() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      program.change(program.settings().withWordsOnly(true));
      CompletableFuture<Status> words =
          when(
              program,
              s -> s.reason() == Status.Reason.SWITCHED_OFF && s.faq().equals("hr and it"));
      program.useFaqs(List.of("it", "hr"));
      program.start();
      words.get(120, TimeUnit.SECONDS);
      Reply reply = program.ask(QUESTION);
      assertEquals(Reply.Mode.WORDS, reply.explanation().mode());
    }
  }

  @Test
  void followsTheToleranceForWrongAnswers() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      program.change(program.settings().withWordsOnly(true));
      CompletableFuture<Status> words =
          when(program, s -> s.reason() == Status.Reason.SWITCHED_OFF);
      program.start();
      words.get(120, TimeUnit.SECONDS);
      double before = program.ask(QUESTION).explanation().answerAt();
      CompletableFuture<Status> followed = when(program, s -> true);
      program.change(program.settings().withWrongPercent(100));
      followed.get(120, TimeUnit.SECONDS);
      assertTrue(before > 0);
      assertEquals(0, program.ask(QUESTION).explanation().answerAt());
    }
  }

  @Test
  void whatItSaysByItselfFollowsTheLanguageOfTheWindow() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      program.change(program.settings().withWordsOnly(true).withLanguage("en"));
      CompletableFuture<Status> words =
          when(program, s -> s.reason() == Status.Reason.SWITCHED_OFF);
      program.start();
      words.get(120, TimeUnit.SECONDS);
      assertEquals(
          "I have no answer to that in this FAQ.",
          assertInstanceOf(Reply.Unknown.class, program.ask("xyzzy plugh")).text());
      CompletableFuture<Status> followed = when(program, s -> true);
      program.change(program.settings().withLanguage("de").withContact("Durchwahl 4444."));
      followed.get(120, TimeUnit.SECONDS);
      assertEquals(
          "Darauf habe ich in dieser FAQ keine Antwort. Durchwahl 4444.",
          assertInstanceOf(Reply.Unknown.class, program.ask("xyzzy plugh")).text());
    }
  }

  @Test
  void aFaqOfThatNameIsNotOverwrittenUnasked() throws Exception {
    Path file = folder.resolve("it.csv");
    Files.writeString(file, "question,answer\nWhere?,Here.\n");
    try (DeskBert program = DeskBert.open(folder.resolve("data"))) {
      int before = program.library().load("it").entries().size();
      assertThrows(
          FaqException.class,
          () -> program.imports().file(file, null, ImportMode.NEW, false, Progress.NONE));
      assertEquals(before, program.library().load("it").entries().size());
      ImportReport merged =
          program.imports().file(file, "it", ImportMode.MERGE, false, Progress.NONE);
      assertEquals(before + 1, merged.entries());
      ImportReport replaced =
          program.imports().file(file, "it", ImportMode.REPLACE, false, Progress.NONE);
      assertEquals(1, replaced.entries());
    }
  }

  @Test
  void anIntentAnswersBeforeTheConfidenceIsFittedAnew() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      CompletableFuture<Status> ready = when(program, s -> s.phase() == Status.Phase.READY);
      program.start();
      ready.get(120, TimeUnit.SECONDS);
      CompletableFuture<Reply> meanwhile = new CompletableFuture<>();
      // told while the phrasings are asked, on the thread that fits
      program.onStatus(s -> {
        if (s.progress() > 0) {
          meanwhile.complete(program.ask("what is for lunch"));
        }
      });
      Intent lunch = new Intent("lunch", List.of("what is for lunch"), "Soup.", null);
      program.library().changeIntents("it", before -> before.add(lunch));
      Reply reply = meanwhile.get(120, TimeUnit.SECONDS);
      assertEquals("Soup.", assertInstanceOf(Reply.Answered.class, reply).entry().answer());
    }
  }

  private static CompletableFuture<Status> when(DeskBert program, Predicate<Status> reached) {
    CompletableFuture<Status> future = new CompletableFuture<>();
    program.onStatus(status -> {
      if (reached.test(status)) {
        future.complete(status);
      }
    });
    return future;
  }
}
