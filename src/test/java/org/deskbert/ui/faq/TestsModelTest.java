package org.deskbert.ui.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Tasks;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.faq.TestQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over the program itself, which answers by words; this thread is the window's. */
class TestsModelTest {
  private static final String ASKED = "vpn keeps dropping";

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private DeskBert program;
  private EditorModel editor;
  private TestsModel model;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    program = DeskBert.open(data);
    program.change(program.settings().withWordsOnly(true));
    program.library().add("desk", List.of(entry("vpn", ASKED), entry("pay", "salary slip")));
    program.library().use(List.of("desk"));
    Tasks tasks = new Tasks(Runnable::run, window::add);
    editor = new EditorModel(program::ownerDesk, tasks);
    editor.open("desk");
    model = new TestsModel(program::ownerDesk, tasks, editor);
    program.start();
    model.reload();
    model.keep(ASKED);
    until(() -> model.items().size() == 1 && !test().outcome().isEmpty());
  }

  @AfterEach
  void close() {
    program.close();
  }

  private static Entry entry(String id, String question) {
    return new Entry(id, List.of(question), "Answer " + id, "", List.of(), null, null);
  }

  private void until(BooleanSupplier holds) throws InterruptedException {
    while (!holds.getAsBoolean()) {
      Runnable next = window.poll(60, TimeUnit.SECONDS);
      assertNotNull(next, "nothing more happens");
      next.run();
    }
  }

  private TestQuestion test() {
    return model.items().getFirst().test();
  }

  /** Another entry answers the question from now on. */
  private void breakIt() throws Exception {
    program.library().apply("desk", Edits.movePhrasing("vpn", ASKED, "pay"));
    until(() -> model.redProperty().get() == 1);
  }

  @Test
  void whatIsAnsweredOtherwiseIsAskedBeforeAReleaseUntilItIsAgreedTo() throws Exception {
    program.library().apply("desk", Edits.save(twice()));
    breakIt();
    assertEquals("vpn", test().expected());
    List<String> done = new ArrayList<>();
    model.release("desk", red -> done.add("asks about " + red), () -> done.add("goes"));
    until(() -> done.size() == 1);
    model.agree(model.items().getFirst());
    until(() -> model.redProperty().get() == 0);
    assertEquals("pay", test().given());
    until(() -> program.ownerDesk().gate().differences().isEmpty());
    model.release("desk", red -> done.add("asks about " + red), () -> done.add("goes"));
    until(() -> done.size() == 2);
    assertEquals(List.of("asks about 1", "goes"), done);
  }

  private static Entry twice() {
    Entry vpn = entry("vpn", ASKED);
    return vpn.withPhrasings(List.of(ASKED, "tunnel is slow"));
  }

  @Test
  void aQuestionBecomesAPhrasingOfItsEntryAgain() throws Exception {
    program.library().apply("desk", Edits.save(twice()));
    program.library().apply("desk", Edits.save(twice().withPhrasings(List.of("tunnel is slow"))));
    until(() -> model.redProperty().get() == 1);
    assertEquals(true, TestsModel.canTeach(model.items().getFirst()));
    model.teach(model.items().getFirst());
    until(() -> model.redProperty().get() == 0);
    assertEquals(
        List.of("tunnel is slow", ASKED),
        program.library().load("desk").entries().getFirst().phrasings());
    model.remove(model.items().getFirst());
    until(() -> model.items().isEmpty());
  }
}
