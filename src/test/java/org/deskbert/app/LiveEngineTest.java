package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.deskbert.chat.Reply;
import org.deskbert.faq.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveEngineTest {
  private static final String QUESTION = "i forgot my password";

  @TempDir private Path data;

  @Test
  void theModelMakesRoomAndTheNextQuestionBringsItBack() throws Exception {
    DataFolder folder = DataFolder.open(data);
    Settings settings = Settings.defaults();
    try (Library library = Faqs.open(folder);
        Engines engines = new Engines(folder)) {
      Models models = new Models(folder, library, engines, () -> settings, _ -> {});
      Packs packs = new Packs(folder, library, new PackParts(folder, models, engines));
      try (LiveEngine live =
          new LiveEngine(new Faqs(library, packs), models, engines, () -> settings)) {
        CompletableFuture<Status> ready = when(live, s -> s.phase() == Status.Phase.READY);
        live.refresh();
        ready.get(120, TimeUnit.SECONDS);

        CompletableFuture<Status> resting = when(live, s -> s.reason() == Status.Reason.RESTING);
        live.makeRoom();
        assertEquals(Status.Phase.WORDS, resting.get(120, TimeUnit.SECONDS).phase());

        CompletableFuture<Status> back = when(live, s -> s.phase() == Status.Phase.READY);
        Reply meanwhile = live.answer(engine -> engine.ask(QUESTION));
        assertEquals(Reply.Mode.WORDS, meanwhile.explanation().mode());
        assertEquals(QUESTION, meanwhile.explanation().question());

        back.get(120, TimeUnit.SECONDS);
        Reply reply = live.answer(engine -> engine.ask(QUESTION));
        assertEquals(Reply.Mode.MODEL, reply.explanation().mode());
        assertInstanceOf(Reply.Answered.class, reply);
      }
    }
  }

  private static CompletableFuture<Status> when(LiveEngine live, Predicate<Status> reached) {
    CompletableFuture<Status> future = new CompletableFuture<>();
    live.onStatus(status -> {
      if (reached.test(status)) {
        future.complete(status);
      }
    });
    return future;
  }
}
