package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Library;
import org.deskbert.faq.Seal;
import org.deskbert.faq.SqliteFiles;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the library, one for each day on which it changed: those of the last seven such days,
 * and of the weeks before the last of each, eight in all.
 */
public final class Backups {
  private static final String PREFIX = "library-";
  private static final String SUFFIX = ".db";

  /** Names the copy that was made before the program was updated. */
  public static final String BEFORE_UPDATE = "before-update";

  private static final int DAYS = 7;
  private static final int WEEKS = 8;

  /**
   * One copy.
   *
   * @param day when it was made
   * @param file where it lies
   */
  public record Backup(LocalDate day, Path file) {}

  private final Path library;
  private final Path machinePacks;
  private final Path folder;
  private final @Nullable Seal seal;
  private final Clock clock;

  /** The backups of a data folder. */
  public Backups(DataFolder data) {
    this(data, Clock.system(ZoneId.systemDefault()));
  }

  Backups(DataFolder data, Clock clock) {
    this.library = data.library();
    this.machinePacks = data.machinePacks();
    this.folder = data.backups();
    this.seal = data.seal();
    this.clock = clock;
  }

  /**
   * Those that there are, newest first.
   *
   * @throws FaqException if their folder can't be read
   */
  public List<Backup> list() throws FaqException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Backup> backups = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
          String day = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
          try {
            backups.add(new Backup(LocalDate.parse(day), file));
          } catch (DateTimeParseException e) {
            // Somebody else's file.
          }
        }
      }
    } catch (IOException e) {
      throw new FaqException(
          "The backups in " + folder + " can't be read; check the rights of the folder.", e);
    }
    backups.sort(Comparator.comparing(Backup::day).reversed());
    return backups;
  }

  /**
   * Makes today's copy if the library has changed since the last one, and drops those that are due.
   *
   * @return whether a copy was made
   * @throws FaqException if it can't be written; the older ones stay
   */
  boolean keep(Library open) throws FaqException {
    List<Backup> before = list();
    try {
      if (!before.isEmpty() && !changedAfter(before.getFirst().file())) {
        return false;
      }
      Files.createDirectories(folder);
      FileTime now = FileTime.from(clock.instant());
      Path today = folder.resolve(PREFIX + LocalDate.now(clock) + SUFFIX);
      open.copyTo(today);
      Files.setLastModifiedTime(today, now); // a change while it was copied counts as later
      for (Backup backup : due(list())) {
        Files.deleteIfExists(backup.file());
      }
      return true;
    } catch (IOException e) {
      throw new FaqException(
          "No backup of the library could be kept in "
              + folder
              + " ("
              + WholeFile.reason(e)
              + "); check the disk and its rights.",
          e);
    }
  }

  /** The same where nobody waits for it: the doctor tells when the last one was made. */
  void keepIfPossible(Library open) {
    try {
      keep(open);
    } catch (FaqException e) {
      // What the user does now needs none.
    }
  }

  private boolean changedAfter(Path backup) throws IOException {
    FileTime kept = Files.getLastModifiedTime(backup);
    for (Path file : SqliteFiles.of(library).subList(0, 2)) { // opening it touches the index
      if (Files.exists(file) && Files.size(file) > 0 && newer(file, kept)) {
        return true;
      }
    }
    return false;
  }

  private static boolean newer(Path file, FileTime than) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(than) > 0;
  }

  /**
   * Makes a copy that no later day takes away, but the next update.
   *
   * @throws FaqException if it can't be written
   */
  void keepBeforeUpdate(Library open) throws FaqException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FaqException(folder + " can't be made (" + WholeFile.reason(e) + ").", e);
    }
    open.copyTo(folder.resolve(PREFIX + BEFORE_UPDATE + SUFFIX));
  }

  /** The copy that was made before the last update. */
  public Optional<Backup> beforeUpdate() {
    Path file = folder.resolve(PREFIX + BEFORE_UPDATE + SUFFIX);
    try {
      LocalDate day =
          LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), clock.getZone());
      return Optional.of(new Backup(day, file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Which of the copies, newest first, are no longer needed. */
  static List<Backup> due(List<Backup> backups) {
    Set<String> weeks = new HashSet<>();
    List<Backup> due = new ArrayList<>();
    for (int i = DAYS; i < backups.size(); i++) {
      LocalDate day = backups.get(i).day();
      String week =
          day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      if (weeks.size() == WEEKS || !weeks.add(week)) {
        due.add(backups.get(i));
      }
    }
    return due;
  }

  /**
   * Puts a copy in the place of the library, which is kept beside it under another name. Nobody may
   * have the library open.
   *
   * @return where the library lies that was there before
   * @throws FaqException if the copy is damaged or can't be read; the library stays
   */
  public Path restore(Backup backup) throws FaqException {
    Path fresh = library.resolveSibling(library.getFileName() + ".restored");
    try {
      Files.copy(backup.file(), fresh, StandardCopyOption.REPLACE_EXISTING);
      try (Library tried = Library.open(fresh, seal)) {
        tried.list();
      }
      Path aside = putAside();
      Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
      return aside;
    } catch (IOException e) {
      throw new FaqException(
          backup.file()
              + " can't be put in the place of "
              + library
              + " ("
              + WholeFile.reason(e)
              + "); check the disk and its rights.",
          e);
    } finally {
      SqliteFiles.of(fresh).forEach(Backups::deleteQuietly);
    }
  }

  /** Gives the library another name; the next start makes a new one. Returns where it lies then. */
  Path putAside() throws FaqException {
    String time = LocalDateTime.now(clock).format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss"));
    Path aside = library.resolveSibling("library-put-aside-" + time + SUFFIX);
    try {
      List<Path> old = SqliteFiles.of(library);
      List<Path> moved = SqliteFiles.of(aside);
      for (int i = 0; i < old.size(); i++) {
        if (Files.exists(old.get(i))) {
          Files.move(old.get(i), moved.get(i));
        }
      }
      Files.deleteIfExists(machinePacks); // the next library may not have what is in them
      return aside;
    } catch (IOException e) {
      throw new FaqException(
          library + " can't be put aside (" + WholeFile.reason(e) + "); check its rights.", e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A stray copy harms nobody; the next restore writes over it.
    }
  }
}
