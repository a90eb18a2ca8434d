package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import org.deskbert.app.Tasks;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFile;
import org.deskbert.faq.Library;
import org.deskbert.faq.Mapping;
import org.deskbert.faq.Problem;
import org.deskbert.faq.TableImport;
import org.deskbert.faq.TableImport.CellKey;
import org.deskbert.faq.TableImport.RowKey;
import org.deskbert.ui.faq.ImportState.CheckedRow;
import org.deskbert.ui.faq.ImportState.Columns;
import org.deskbert.ui.faq.ImportState.Phase;
import org.deskbert.ui.faq.ImportState.Rows;
import org.deskbert.ui.faq.ImportState.Running;
import org.deskbert.ui.faq.ImportState.Source;
import org.jspecify.annotations.Nullable;

/** The steps of a table before it is imported: its columns, its bad rows. */
public final class TableModel {
  private final Tasks tasks;
  private final ObjectProperty<ImportState> state;
  private final BiConsumer<Source, String> next;
  private @Nullable ImportState last;

  /**
   * Changes {@code state}.
   *
   * @param next takes the table, and what the FAQ will be called, when it can come in
   */
  TableModel(Tasks tasks, ObjectProperty<ImportState> state, BiConsumer<Source, String> next) {
    this.tasks = tasks;
    this.state = state;
    this.next = next;
  }

  /** Shows what the columns hold. */
  void open(TableImport table, String name) {
    int first = 0;
    while (first < table.sheets().size() - 1 && !table.mapping(first).used()) {
      first++;
    }
    show(new Columns(table, first, name, ""));
  }

  /** Shows the bad rows of a table whose columns are known, if it has any. */
  void mend(TableImport table, String name) {
    Rows rows = check(table, name, List.of());
    if (rows.open() > 0) {
      show(rows);
    }
  }

  private void show(ImportState step) {
    last = step;
    state.set(step);
  }

  /** Shows the step again where the user said something last; false if there is none. */
  boolean reopen() {
    ImportState step = last;
    if (step == null) {
      return false;
    }
    state.set(step);
    return true;
  }

  /** Forgets the table. */
  void forget() {
    last = null;
  }

  /** Says what the columns of the shown sheet hold. */
  public void map(Mapping mapping) {
    if (state.get() instanceof Columns now) {
      show(new Columns(now.table().with(now.sheet(), mapping), now.sheet(), now.name(), ""));
    }
  }

  /** Shows another sheet. */
  public void showSheet(int sheet) {
    if (state.get() instanceof Columns now && sheet != now.sheet()) {
      show(new Columns(now.table(), sheet, now.name(), ""));
    }
  }

  /** Says what the FAQ will be called. */
  public void call(String name) {
    if (state.get() instanceof Columns now && !name.equals(now.name())) {
      show(new Columns(now.table(), now.sheet(), name, ""));
    }
  }

  /** Goes on with these columns: to the bad rows, or into the library if there are none. */
  public void takeColumns() {
    if (state.get() instanceof Columns now && now.table().isComplete()) {
      if (!Library.isValidName(now.name())) {
        show(new Columns(now.table(), now.sheet(), now.name(), text("import.bad-name")));
        return;
      }
      state.set(new Running(now.table().name(), Phase.CHECKING, -1));
      tasks.run(
          () -> check(now.table(), now.name(), List.of()),
          rows -> {
            if (rows.open() > 0) {
              show(rows);
            } else if (rows.entries() == 0) {
              show(new Columns(now.table(), now.sheet(), now.name(), text("import.no-entries")));
            } else {
              next.accept(new Source.OfTable(now.table(), false), now.name());
            }
          },
          failure ->
              show(
                  new Columns(
                      now.table(), now.sheet(), now.name(), ImportModel.sentence(failure))));
    }
  }

  /** Back from the bad rows to the columns; what was mended stays. */
  public void backToColumns() {
    if (state.get() instanceof Rows now) {
      open(now.table(), now.name());
    }
  }

  /** Writes other text into a cell of a bad row. */
  public void write(CellKey cell, String text) {
    if (state.get() instanceof Rows now && !now.table().cell(cell).equals(text)) {
      recheck(now, now.table().with(cell, text));
    }
  }

  /** Leaves a bad row out, or takes it in again. */
  public void leave(RowKey row, boolean out) {
    if (state.get() instanceof Rows now) {
      recheck(now, now.table().with(row, out));
    }
  }

  private void recheck(Rows before, TableImport table) {
    show(new Rows(table, before.name(), before.rows(), before.entries()));
    tasks.run(
        () -> check(table, before.name(), before.rows()),
        rows -> {
          if (state.get() instanceof Rows now && now.table() == table) { // else a newer one comes
            show(rows);
          }
        },
        failure -> {
          throw new IllegalStateException(failure);
        });
  }

  /** Imports what is good; rows that are still bad are left out. */
  public void takeRows() {
    if (state.get() instanceof Rows now && now.entries() > 0) {
      next.accept(new Source.OfTable(now.table(), now.open() > 0), now.name());
    }
  }

  private static Rows check(TableImport table, String name, List<CheckedRow> before) {
    List<Problem> problems;
    int entries = 0;
    try {
      FaqFile read = table.read(true);
      problems = read.problems();
      entries = read.entries().size();
    } catch (FaqException e) {
      problems = e.problems();
    }
    Map<RowKey, List<Problem>> bad =
        new TreeMap<>(
            Comparator.comparingInt((RowKey row) -> table.sheet(row.sheet()))
                .thenComparingInt(RowKey::line));
    before.forEach(row -> bad.put(row.key(), new ArrayList<>()));
    for (Problem problem : problems) {
      if (problem.severity() == Problem.Severity.ERROR) {
        bad.computeIfAbsent(new RowKey(problem.file(), problem.line()), _ -> new ArrayList<>())
            .add(problem);
      }
    }
    List<CheckedRow> rows = new ArrayList<>();
    bad.forEach(
        (key, found) -> rows.add(new CheckedRow(key, List.copyOf(found), table.isLeft(key))));
    return new Rows(table, name, List.copyOf(rows), entries);
  }
}
