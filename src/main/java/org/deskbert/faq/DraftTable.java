package org.deskbert.faq;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entries of a file that is no table as the rows of one, so that bad ones are mended part by
 * part. Its lines are those of the file.
 */
final class DraftTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.ID,
          Column.QUESTION,
          Column.ANSWER,
          Column.CATEGORY,
          Column.TAGS,
          Column.PARENT,
          Column.UNTIL,
          Column.NOTES);

  private DraftTable() {}

  /**
   * Makes it of what a reader has found.
   *
   * @return nothing where a table can't hold all of it, where entries have no lines of their own,
   *     or where something is wrong that is in no entry
   */
  static Optional<TableImport> of(String name, Drafts drafts) {
    if (!drafts.areRows()) {
      return Optional.empty();
    }
    Map<String, List<SheetRow>> rows = new LinkedHashMap<>();
    for (Draft draft : drafts.taken) {
      List<SheetRow> of = rows.computeIfAbsent(draft.place().file(), _ -> new ArrayList<>());
      int line = draft.place().line();
      if (line <= (of.isEmpty() ? 0 : of.getLast().line())) {
        return Optional.empty();
      }
      of.add(new SheetRow(line, cells(draft)));
    }
    List<TableSheet> sheets = new ArrayList<>();
    List<Mapping> mappings = new ArrayList<>();
    rows.forEach((file, of) -> {
      sheets.add(new TableSheet(file, of, Map.of(), null));
      mappings.add(new Mapping(-1, COLUMNS));
    });
    TableImport table = TableImport.of(name, sheets, mappings);
    Set<String> mendable = errors(() -> table.read(true));
    return mendable.containsAll(errors(() -> drafts.finish(name, true)))
        ? Optional.of(table)
        : Optional.empty();
  }

  private static List<String> cells(Draft draft) {
    return List.of(
        draft.id(),
        Table.join(draft.phrasings().stream().map(Text::line).toList()),
        draft.answer(),
        draft.category(),
        String.join(", ", draft.tags()),
        draft.parent(),
        draft.until(),
        draft.notes());
  }

  private interface Reading {
    FaqFile read() throws FaqException;
  }

  private static Set<String> errors(Reading reading) {
    List<Problem> problems;
    try {
      problems = reading.read().problems();
    } catch (FaqException e) {
      problems = e.problems();
    }
    return problems.stream()
        .filter(Problem::isError)
        .map(problem -> problem.file() + " " + problem.line() + " " + problem.kind())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
