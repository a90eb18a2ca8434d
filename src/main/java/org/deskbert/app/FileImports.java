package org.deskbert.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskbert.faq.Comparison;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFile;
import org.deskbert.faq.FaqFiles;
import org.deskbert.faq.Library;
import org.deskbert.faq.Merge;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.TableImport;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** Brings files, packs and tables into the library. Safe to call from any thread. */
public final class FileImports {
  private final Library library;
  private final Packs packs;
  private final IncomingFiles incoming;
  private final ColumnMemory columns;

  FileImports(Library library, Packs packs, DataFolder folder) {
    this.library = library;
    this.packs = packs;
    this.incoming = new IncomingFiles(library, packs);
    this.columns = new ColumnMemory(folder.columns());
  }

  /**
   * Imports a file; long. The columns of a table that was imported before hold what they held then.
   * The index follows in the background.
   *
   * @param name name of the FAQ, or null to make one from the file's name
   * @param skipBad true to leave out bad rows; else any bad row stops the import
   */
  public ImportReport file(
      Path file, @Nullable String name, ImportMode mode, boolean skipBad, Progress progress)
      throws FaqException {
    progress.report("Reading " + file.getFileName(), 0, 1);
    if (PackFile.isPack(file)) {
      return packs.unpack(packs.readTrusted(file, null), file, name, mode, false);
    }
    String source = String.valueOf(file.getFileName());
    Optional<TableImport> known = columns.knows(source) ? table(file, progress) : Optional.empty();
    FaqFile read = known.isPresent() ? known.get().read(skipBad) : FaqFiles.read(file, skipBad);
    String into = name == null ? FaqFiles.nameFor(file) : name;
    return take(read, source, Faqs.whole(read), into, mode);
  }

  /**
   * Reads a file or pack to be looked at before it comes in; nothing is changed.
   *
   * @param name name of the FAQ that gets it; null for the name of the pack or file
   * @param skipBad true to leave out bad rows; else any bad row is an error
   */
  public Incoming incoming(Path file, @Nullable String name, boolean skipBad) throws FaqException {
    return incoming.read(file, name, skipBad);
  }

  /**
   * Reads a file as a table, its columns recognised or remembered.
   *
   * @return nothing if it is of another kind, or an export whose columns are known
   */
  public Optional<TableImport> table(Path file, Progress progress) throws FaqException {
    return TableImport.read(file, progress).map(columns::recall);
  }

  /** Reads a table that somebody has copied; nothing if it is none. */
  public Optional<TableImport> table(String text) throws FaqException {
    return TableImport.ofText(text).map(columns::recall);
  }

  /**
   * Reads a file of any kind as the rows of a table, to mend bad ones.
   *
   * @return nothing where that is not possible
   */
  public Optional<TableImport> rows(Path file) throws FaqException {
    return FaqFiles.rows(file);
  }

  /**
   * Imports a table and remembers what its columns hold. The index follows in the background.
   *
   * @param skipBad true to leave out bad rows; else any bad row stops the import
   */
  public ImportReport table(TableImport table, String name, ImportMode mode, boolean skipBad)
      throws FaqException {
    FaqFile read = table.read(skipBad);
    ImportReport report = take(read, table.name(), isWhole(table, read), name, mode);
    columns.keep(table);
    return report;
  }

  /** Lets a table be looked at beside the FAQ {@code name}; nothing is changed. */
  public Incoming incoming(TableImport table, String name, boolean skipBad) throws FaqException {
    FaqFile read = table.read(skipBad);
    columns.keep(table);
    return incoming.of(read.as(name), table.name(), isWhole(table, read), read.problems());
  }

  /** What is pasted is never a newer version of what was pasted before. */
  private static boolean isWhole(TableImport table, FaqFile read) {
    return table.isFile() && table.isWhole() && Faqs.whole(read);
  }

  private ImportReport take(
      FaqFile read, String source, boolean whole, String into, ImportMode mode)
      throws FaqException {
    boolean exists = library.list().stream().anyMatch(info -> info.name().equals(into));
    if (exists && mode == ImportMode.NEW) {
      throw new FaqException(
          "There already is a FAQ named "
              + into
              + "; choose --replace or --merge, or another name with --into.");
    }
    Faq faq = read.as(into);
    Comparison changes = Comparison.of(new Faq(into, List.of()), faq);
    List<Conflict> conflicts = List.of();
    if (!exists) {
      library.imports().add(faq, source);
    } else if (mode == ImportMode.MERGE) {
      Merge merge = library.imports().merge(faq, source, whole, Map.of());
      changes = merge.changes();
      conflicts = merge.conflicts();
    } else {
      library.imports().replace(faq, source);
    }
    int entries = library.load(into).entries().size();
    return new ImportReport(into, entries, changes, conflicts, read.problems());
  }
}
