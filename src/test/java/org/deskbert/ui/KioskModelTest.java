package org.deskbert.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.deskbert.app.OwnerLock;
import org.deskbert.app.Settings.Kiosk;
import org.deskbert.app.Tasks;
import org.deskbert.ui.chat.ChatModel;
import org.deskbert.ui.chat.Keeper;
import org.deskbert.ui.latency.LatencyModel;
import org.deskbert.ui.lock.LockModel;
import org.deskbert.ui.settings.SettingsModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskModelTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final FakeDesk desk = new FakeDesk();
  private final List<Runnable> timers = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private Duration wait = Duration.ZERO;
  private LockModel lock;
  private SettingsModel settings;
  private ChatModel chat;
  private KioskModel kiosk;

  @BeforeEach
  void open() throws Exception {
    desk.lock = new OwnerLock(folder.resolve("owner-lock.json"), InstantSource.system());
    desk.lock.set("a blue door");
    desk.settings = desk.settings.withKiosk(new Kiosk(false, 1));
    Tasks tasks = Tasks.immediate();
    lock = new LockModel(desk.lock, tasks);
    settings = new SettingsModel(desk, tasks, _ -> {});
    Keeper keeper = new Keeper(desk.chats(), tasks, _ -> {});
    chat = new ChatModel(desk, tasks, new LatencyModel(desk.latency()), keeper);
    chat.mailWith(_ -> {});
    kiosk =
        new KioskModel(
            settings,
            chat,
            lock,
            (time, work) -> {
              wait = time;
              timers.add(work);
            },
            () -> now.toNanos());
  }

  /** Lets the time pass that was waited for. */
  private void pass() {
    assertEquals(1, timers.size(), "one timer at a time");
    now = now.plus(wait);
    timers.removeFirst().run();
  }

  private void visit() {
    kiosk.enter();
    kiosk.touch();
    chat.ask("my vpn drops at home", 0);
    settings.zoom(3);
  }

  @Test
  void itAsksAfterTheMinutesAndThenNothingIsLeft() {
    visit();
    assertEquals(MINUTE, wait);
    pass();
    assertTrue(kiosk.askingProperty().get());
    assertEquals(2, chat.messages().size());
    chat.draftProperty().set("half a question");
    kiosk.leave(); // the passphrase is asked for, and nobody types it

    pass();
    assertFalse(kiosk.askingProperty().get());
    assertEquals(List.of(), chat.messages());
    assertEquals("", chat.draftProperty().get());
    assertEquals(100, settings.get().zoom());
    assertNull(lock.wantedProperty().get());
    assertEquals(List.of(), timers);
  }

  @Test
  void whoIsThereIsNotInterrupted() {
    visit();
    now = now.plusSeconds(50);
    kiosk.touch();
    wait = Duration.ofSeconds(10);
    pass();
    assertFalse(kiosk.askingProperty().get());
    assertEquals(Duration.ofSeconds(50), wait);
    pass();
    assertTrue(kiosk.askingProperty().get());
    kiosk.touch();
    assertFalse(kiosk.askingProperty().get());
    pass();
    pass();
    assertTrue(kiosk.askingProperty().get());
    assertEquals(2, chat.messages().size());
  }

  @Test
  void whereThereIsNothingToClearNothingWaits() {
    kiosk.enter();
    kiosk.touch();
    pass();
    assertFalse(kiosk.askingProperty().get());
    assertEquals(List.of(), timers);
  }

  @Test
  void conversationsOfPassersByAreNotKeptTheirQuestionsAre() throws Exception {
    visit();
    assertEquals(0, desk.chats().count().messages());
    assertEquals(1, desk.chats().count().questions());
  }

  @Test
  void onlyThePassphraseLeadsOut() {
    kiosk.enter();
    assertNull(chat.mailer());
    kiosk.leave();
    assertTrue(kiosk.onProperty().get());
    lock.unlock("a red door");
    assertTrue(kiosk.onProperty().get());
    lock.unlock("a blue door");
    assertFalse(kiosk.onProperty().get());
    assertNotNull(chat.mailer());
  }

  @Test
  void withoutAPassphraseItIsNone() {
    lock.remove();
    kiosk.enter();
    assertFalse(kiosk.onProperty().get());
  }
}
