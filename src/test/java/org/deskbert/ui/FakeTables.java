package org.deskbert.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.faq.Comparison;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFile;
import org.deskbert.faq.FaqFiles;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Problem;
import org.deskbert.faq.TableImport;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** Imports nothing and keeps what it was told; tables that are there are read for real. */
abstract class FakeTables extends FakeBench {
  public final List<String> imports = new ArrayList<>();
  public Faq words = new Faq("it", List.of(VPN, PRINTER, PASSWORD));
  public List<Problem> badRows = FakeIncoming.BAD_ROWS;
  public Merge merge = new Merge(words, words, words, words.with(List.of(VPN, PRINTER)), List.of());
  public Incoming.@Nullable Sender sender;

  public List<OwnQuestion> lost = List.of();

  /** A FAQ is in the library from now on. */
  protected abstract void add(String name, int entries);

  public ImportReport importFile(
      Path file, String name, ImportMode mode, boolean skipBad, Progress progress)
      throws FaqException {
    imports.add(name + " " + mode + (skipBad ? " skip" : ""));
    progress.report("Reading the file", 1, 2);
    refuse(skipBad);
    add(name, 12);
    List<Entry> entries =
        IntStream.range(0, 12)
            .mapToObj(i -> new Entry("e" + i, List.of("Q" + i), "A", "", List.of(), null, null))
            .toList();
    return report(name, entries, badRows);
  }

  private static ImportReport report(String name, List<Entry> entries, List<Problem> notes) {
    Comparison changes = Comparison.of(new Faq(name, List.of()), new Faq(name, entries));
    return new ImportReport(name, entries.size(), changes, List.of(), notes);
  }

  public Incoming incoming(Path file, @Nullable String name, boolean skipBad) throws FaqException {
    refuse(skipBad);
    return new FakeIncoming(name == null ? "it" : name, sender, merge, imports);
  }

  private void refuse(boolean skipBad) throws FaqException {
    if (!badRows.isEmpty() && !skipBad) {
      throw new FaqException(badRows);
    }
  }

  public Optional<TableImport> table(Path file, Progress progress) throws FaqException {
    return Files.exists(file) ? TableImport.read(file, progress) : Optional.empty();
  }

  public Optional<TableImport> rows(Path file) throws FaqException {
    return Files.exists(file) ? FaqFiles.rows(file) : Optional.empty();
  }

  public Optional<TableImport> table(String pasted) throws FaqException {
    return TableImport.ofText(pasted);
  }

  public ImportReport importTable(TableImport table, String name, ImportMode mode, boolean skipBad)
      throws FaqException {
    FaqFile read = table.read(skipBad);
    imports.add(name + " " + mode + " table of " + read.entries().size());
    add(name, read.entries().size());
    return report(name, read.entries(), read.problems());
  }

  public List<OwnQuestion> ownQuestions(String faq, Progress progress) {
    progress.report("Asking each entry its own question", 1, 2);
    return lost;
  }

  public Incoming incoming(TableImport table, String name, boolean skipBad) throws FaqException {
    Faq theirs = table.read(skipBad).as(name);
    return new FakeIncoming(
        name, null, new Merge(words, words, theirs, theirs, List.of()), imports);
  }
}
