package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;

/**
 * The first window on a data folder. It holds a lock; a later start finds the lock taken, leaves
 * its wish in a folder that the first watches, and ends. Files do, so that the program needs no
 * socket for it but the pair by which the JDK wakes its own watching thread.
 */
public final class FirstWindow implements AutoCloseable {
  private static final String LOCK = "window.lock";
  private static final String SUFFIX = ".json";

  /** Older wishes are of a time when somebody waited for them, and waits no more. */
  private static final Duration STALE = Duration.ofMinutes(1);

  /** A wish as it is written. */
  private record Note(@Nullable String file, @Nullable String question, boolean kiosk) {}

  private final Path wishes;
  private final FileChannel channel;
  private @Nullable WatchService watch;

  private FirstWindow(Path wishes, FileChannel channel) {
    this.wishes = wishes;
    this.channel = channel;
  }

  /**
   * Becomes the first window on a data folder, or hands the wish to it.
   *
   * @return the first window, or nothing where there was one, which has the wish now
   * @throws FaqException if the data folder can't be written, with a sentence that names the file
   */
  public static Optional<FirstWindow> open(DataFolder folder, Wish wish) throws FaqException {
    Path lock = folder.path().resolve(LOCK);
    Path wishes = folder.path().resolve("wishes");
    try {
      Files.createDirectories(wishes);
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) != null) {
        clear(wishes);
        return Optional.of(new FirstWindow(wishes, channel));
      }
      channel.close();
      write(wishes, wish);
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(lock, e);
    }
  }

  /** Whether a window is open on the data folder. */
  public static boolean isOpen(DataFolder folder) throws FaqException {
    Path lock = folder.path().resolve(LOCK);
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException e) {
      throw unusable(lock, e);
    }
  }

  private static FaqException unusable(Path lock, IOException e) {
    return new FaqException(lock + " can't be used; check the rights of the data folder.", e);
  }

  /** Takes away what a window that ended before it was heard has left. */
  private static void clear(Path wishes) throws IOException {
    Instant old = Instant.now().minus(STALE);
    try (Stream<Path> all = Files.list(wishes)) {
      for (Path file : all.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // this very process has it
    }
  }

  private static void write(Path wishes, Wish wish) throws IOException {
    Path file = wish.file();
    String absolute = file == null ? null : file.toAbsolutePath().normalize().toString();
    String name = System.currentTimeMillis() + "-" + UUID.randomUUID();
    Path fresh = wishes.resolve(name + ".new");
    Files.writeString(fresh, new Gson().toJson(new Note(absolute, wish.question(), wish.kiosk())));
    Files.move(fresh, wishes.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Hands each wish of later starts to {@code listener}, on a thread of its own, until closed. */
  public void listen(Consumer<Wish> listener) throws IOException {
    WatchService service = wishes.getFileSystem().newWatchService();
    watch = service;
    wishes.register(service, StandardWatchEventKinds.ENTRY_CREATE);
    Thread.ofPlatform().daemon().name("wishes").start(() -> follow(service, listener));
  }

  private void follow(WatchService service, Consumer<Wish> listener) {
    try {
      for (boolean there = true; there; ) {
        take(listener);
        WatchKey key = service.take();
        key.pollEvents();
        there = key.reset();
      }
    } catch (ClosedWatchServiceException e) {
      return; // the window is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Consumer<Wish> listener) {
    List<Path> files;
    try (Stream<Path> all = Files.list(wishes)) {
      files = all.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      return; // the folder is gone; the next start makes it again
    }
    for (Path file : files) {
      try {
        Note note = new Gson().fromJson(Files.readString(file), Note.class);
        Files.delete(file);
        if (note != null) {
          String path = note.file();
          listener.accept(
              new Wish(path == null ? null : Path.of(path), note.question(), note.kiosk()));
        }
      } catch (IOException | JsonParseException | InvalidPathException e) {
        // Not a wish of ours; what else lies there is left alone.
      }
    }
  }

  @Override
  public void close() {
    try (channel; // and with it the lock
        WatchService service = watch) {
      return;
    } catch (IOException e) {
      // The end of the process frees them.
    }
  }
}
