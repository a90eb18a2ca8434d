package org.deskbert.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.deskbert.app.Backups.Backup;
import org.deskbert.faq.DamagedLibraryException;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;

/**
 * The program as it is opened for a window: where the library is damaged, a backup or an empty one
 * can take its place before the program goes on. Closing it closes the program.
 */
public final class Opening implements AutoCloseable {
  private final Encryption encryption;
  private DataFolder folder;
  private String damage = "";
  private @Nullable DeskBert program;

  private Opening(DataFolder folder) {
    this.folder = folder;
    this.encryption = new Encryption(folder);
  }

  /**
   * Opens the program if it can be.
   *
   * @param chosen the data folder, or null for the usual place
   * @throws FaqException if it can't be for another reason than damage
   */
  public static Opening of(@Nullable Path chosen) throws FaqException {
    Opening opening = new Opening(DataFolder.open(chosen));
    if (!opening.isLocked()) {
      opening.look();
    }
    return opening;
  }

  /**
   * Begins to open the program on a thread of its own.
   *
   * @param wish what the window is to do at once
   */
  public static Soon soon(@Nullable Path chosen, Wish wish) {
    return new Soon(() -> {
      Opening opening = of(chosen);
      try {
        opening.checkKiosk(wish);
        return opening;
      } catch (FaqException | RuntimeException e) {
        opening.close();
        throw e;
      }
    });
  }

  /** A program that is being opened; closing it waits for it and closes it. */
  public static final class Soon implements AutoCloseable {
    private final CompletableFuture<Opening> task = new CompletableFuture<>();

    private Soon(Callable<Opening> work) {
      Thread.ofPlatform().daemon().name("opening").start(() -> run(work));
    }

    private void run(Callable<Opening> work) {
      try {
        task.complete(work.call());
      } catch (Exception | Error e) {
        task.completeExceptionally(e);
      }
    }

    /** Runs {@code work} when it is open or can't be opened: at once, or on the opening thread. */
    public void whenDone(Runnable work) {
      var _ = task.whenComplete((_, _) -> work.run());
    }

    /**
     * Waits for it.
     *
     * @throws FaqException if it can't be opened
     */
    public Opening await() throws FaqException {
      try {
        return task.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof FaqException expected) {
          throw expected;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while the program opens.", e);
      }
    }

    @Override
    public void close() {
      Opening opened;
      try {
        opened = await();
      } catch (FaqException | RuntimeException e) {
        return; // who waited for it was told; nothing is left to close
      }
      opened.close();
    }
  }

  private void look() throws FaqException {
    try {
      open();
    } catch (DamagedLibraryException e) {
      damage = String.valueOf(e.getMessage());
    }
  }

  /** Whether the data is encrypted and waits for its passphrase. */
  public boolean isLocked() {
    return encryption.isOn() && folder.seal() == null;
  }

  /** Whether the data in {@code folder} is encrypted and will ask for its passphrase. */
  public static boolean asks(DataFolder folder) {
    return new Encryption(folder).isOn();
  }

  /**
   * Tries a passphrase and opens the program, if it is not damaged; about a second.
   *
   * @throws WrongPassphraseException if it is another
   * @throws FaqException if the program can't be opened for another reason than damage
   */
  public void unlock(String passphrase) throws FaqException {
    encryption.unlock(passphrase);
    encryption.finish();
    folder = encryption.folder();
    look();
  }

  /** The data folder. */
  public DataFolder folder() {
    return folder;
  }

  /** The open program, or null where it is locked or the library is damaged. */
  public @Nullable DeskBert program() {
    return program;
  }

  /** What is damaged, as a sentence; empty where the program is open. */
  public String damage() {
    return damage;
  }

  /**
   * Refuses a kiosk without a passphrase: nobody could leave it.
   *
   * @throws FaqException if the wish or the settings ask for one
   */
  public void checkKiosk(Wish wish) throws FaqException {
    boolean set = program != null && program.settings().kiosk().on();
    if ((set || wish.kiosk()) && !Files.exists(folder.ownerLock())) {
      throw new FaqException(
          "A kiosk can be left only with the owner's passphrase, and there is none in "
              + folder.ownerLock()
              + ". Start without a kiosk and set one in Settings, Lock.");
    }
  }

  /** What could take the library's place, newest first. */
  public List<Backup> backups() throws FaqException {
    return new Backups(folder).list();
  }

  /**
   * Puts a backup in the place of the library and opens the program.
   *
   * @throws FaqException if the backup is damaged, too; the library stays
   */
  public DeskBert restore(Backup backup) throws FaqException {
    new Backups(folder).restore(backup);
    return open();
  }

  /** Puts the library aside and opens the program with the samples. */
  public DeskBert begin() throws FaqException {
    new Backups(folder).putAside();
    return open();
  }

  private DeskBert open() throws FaqException {
    DeskBert opened = DeskBert.open(folder);
    program = opened;
    return opened;
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
  }
}
