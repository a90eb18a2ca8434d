package org.deskbert.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.Settings.Keeping;
import org.deskbert.app.Tasks;
import org.deskbert.chat.history.ChatStore.Count;
import org.deskbert.chat.history.Feedback;
import org.deskbert.chat.history.StoredMessage;
import org.deskbert.ui.FakeDesk;
import org.deskbert.ui.settings.DataModel.Done;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataModelTest {
  @TempDir private Path folder;
  private final FakeDesk desk = new FakeDesk();
  private final List<String> erased = new ArrayList<>();
  private final SettingsModel settings =
      new SettingsModel(desk, Tasks.immediate(), problem -> erased.add(problem));
  private final DataModel model =
      new DataModel(settings, desk.chats(), Tasks.immediate(), () -> erased.add("erased"));

  @Test
  void aShorterTimeTakesEffectAtOnce() throws Exception {
    add("old", Instant.now().minusSeconds(20 * 86_400));
    add("new", Instant.now());
    model.reload();
    assertEquals(new Count(2, 2, 0), model.countProperty().get());
    model.change(now -> new Keeping(true, false, 7, true, 90));
    assertEquals(new Count(1, 1, 0), model.countProperty().get());
    assertEquals(7, desk.settings().keeping().conversationDays());
  }

  @Test
  void everythingIsExportedThenErasedAndTheCountIsTold() throws Exception {
    add("a", Instant.now());
    Path file = folder.resolve("all.zip");
    model.export(file);
    assertEquals(new Done.Exported(file), model.doneProperty().get());
    assertTrue(Files.size(file) > 0);
    model.erase();
    assertEquals(new Done.Erased(new Count(1, 1, 0)), model.doneProperty().get());
    assertEquals(new Count(0, 0, 0), model.countProperty().get());
    assertEquals(List.of("erased"), erased);
  }

  @Test
  void whatCantBeWrittenIsSaid() {
    model.export(folder.resolve("missing/all.zip"));
    Done.Failed failed = assertInstanceOf(Done.Failed.class, model.doneProperty().get());
    assertTrue(failed.sentence().contains("its folder does not exist"), failed.sentence());
  }

  private void add(String id, Instant time) throws Exception {
    desk.chats()
        .conversations()
        .add(
            id,
            new StoredMessage(
                0, time, "q", "unknown", null, null, "", "No.", 0, "model", 9, Feedback.NONE));
  }
}
