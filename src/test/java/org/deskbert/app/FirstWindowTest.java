package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstWindowTest {
  private static final Wish NOTHING = new Wish(null, null, false);

  @TempDir Path path;
  private DataFolder folder;

  @BeforeEach
  void open() throws Exception {
    folder = DataFolder.open(path);
  }

  @Test
  void aLaterStartHandsItsWishToTheFirst() throws Exception {
    BlockingQueue<Wish> got = new LinkedBlockingQueue<>();
    try (FirstWindow first = FirstWindow.open(folder, NOTHING).orElseThrow()) {
      first.listen(got::add);
      assertTrue(FirstWindow.open(folder, new Wish(Path.of("faq.csv"), null, false)).isEmpty());
      assertEquals(
          new Wish(Path.of("faq.csv").toAbsolutePath(), null, false),
          got.poll(30, TimeUnit.SECONDS));
      assertTrue(FirstWindow.open(folder, new Wish(null, "wo ist der Schlüssel?", true)).isEmpty());
      assertEquals(new Wish(null, "wo ist der Schlüssel?", true), got.poll(30, TimeUnit.SECONDS));
    }
    assertEquals(0, path.resolve("wishes").toFile().list().length, "each is fulfilled once");
  }

  @Test
  void aWishIsNotLostWhileTheFirstIsStillOpening() throws Exception {
    BlockingQueue<Wish> got = new LinkedBlockingQueue<>();
    try (FirstWindow first = FirstWindow.open(folder, NOTHING).orElseThrow()) {
      assertTrue(FirstWindow.open(folder, new Wish(null, "hello", false)).isEmpty());
      first.listen(got::add);
      assertEquals(new Wish(null, "hello", false), got.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatIsNoWishIsPassedOver() throws Exception {
    BlockingQueue<Wish> got = new LinkedBlockingQueue<>();
    try (FirstWindow first = FirstWindow.open(folder, NOTHING).orElseThrow()) {
      Files.writeString(path.resolve("wishes/0.json"), "{{{");
      FirstWindow.open(folder, new Wish(null, "hello", false));
      first.listen(got::add);
      assertEquals(new Wish(null, "hello", false), got.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void whenTheFirstHasClosedTheNextIsTheFirst() throws Exception {
    FirstWindow.open(folder, NOTHING).orElseThrow().close();
    FirstWindow.open(folder, NOTHING).orElseThrow().close();
  }

  @Test
  void theWindowsPlaceIsRemembered() {
    assertTrue(WindowPlace.load(folder).isEmpty());
    WindowPlace place = new WindowPlace(-1200, 40, 900, 700, true, true);
    place.save(folder);
    assertEquals(place, WindowPlace.load(folder).orElseThrow());
  }

  @Test
  void aWishThatNobodyWaitsForAnyMoreIsForgotten() throws Exception {
    Path wishes = Files.createDirectories(folder.path().resolve("wishes"));
    Path old = Files.writeString(wishes.resolve("1-a.json"), "{}");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
    Path fresh = Files.writeString(wishes.resolve("2-b.json"), "{}");
    try (FirstWindow first = FirstWindow.open(folder, NOTHING).orElseThrow()) {
      assertFalse(Files.exists(old));
      assertTrue(Files.exists(fresh));
    }
  }
}
