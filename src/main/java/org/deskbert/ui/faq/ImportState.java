package org.deskbert.ui.faq;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Problem;
import org.deskbert.faq.TableImport;
import org.deskbert.faq.TableImport.RowKey;
import org.jspecify.annotations.Nullable;

/** How far an import is. */
public sealed interface ImportState {
  /** What is under way. */
  enum Phase {
    LOOKING,
    READING,
    CHECKING,
    TAKING
  }

  /** Where entries come from. */
  sealed interface Source {
    /** As people know it. */
    String label();

    /** A file or pack. */
    record OfFile(Path file) implements Source {
      @Override
      public String label() {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
      }
    }

    /**
     * A table whose columns are known.
     *
     * @param skipBad whether rows that are still bad are left out
     */
    record OfTable(TableImport table, boolean skipBad) implements Source {
      @Override
      public String label() {
        return table.name();
      }
    }
  }

  /** None under way. */
  record Idle() implements ImportState {}

  /**
   * Waits for a file or a table.
   *
   * @param problem why what was pasted is none, empty for nothing
   */
  record Start(String problem) implements ImportState {}

  /**
   * Under way.
   *
   * @param share 0 to 1, negative if unknown
   */
  record Running(String source, Phase phase, double share) implements ImportState {}

  /**
   * What the columns of a table hold lies open.
   *
   * @param sheet the number of the sheet that is shown
   * @param name what the FAQ will be called
   * @param problem why it can't go on, empty for nothing
   */
  record Columns(TableImport table, int sheet, String name, String problem)
      implements ImportState {}

  /**
   * Rows of a table are bad, or were.
   *
   * @param rows all that were bad once, in the order of the table
   * @param entries how many entries the good rows make
   */
  record Rows(TableImport table, String name, List<CheckedRow> rows, int entries)
      implements ImportState {
    /** How many rows are still bad and not left out. */
    public int open() {
      return (int) rows.stream().filter(row -> !row.problems().isEmpty()).count();
    }
  }

  /**
   * A row that was bad when the table was first looked at.
   *
   * @param problems what is wrong with it now; empty if it was mended or is left out
   * @param left whether it is left out
   */
  record CheckedRow(RowKey key, List<Problem> problems, boolean left) {}

  /** The library has a FAQ of that name; the user decides. */
  record Taken(Source source, String name) implements ImportState {}

  /**
   * What it would change lies open; nothing is changed yet.
   *
   * @param changes entry by entry, those in conflict first
   * @param choices the side that the user takes of entries in conflict, by id; ours at first
   */
  record Review(Source source, Incoming incoming, List<Reviewed> changes, Map<String, Side> choices)
      implements ImportState {
    /** How many entries are of a kind, those in conflict aside. */
    public long count(EntryChange.Kind kind) {
      return changes.stream()
          .filter(each -> !each.conflict() && each.change().kind() == kind)
          .count();
    }

    /** How many entries are in conflict. */
    public long conflicts() {
      return changes.stream().filter(Reviewed::conflict).count();
    }
  }

  /**
   * An entry that would change.
   *
   * @param change what comes in; in a conflict from ours to theirs
   * @param conflict whether the user has to choose a side
   */
  record Reviewed(EntryChange change, boolean conflict) {
    /** What a merge would change, conflicts first. */
    static List<Reviewed> all(Merge merge) {
      List<Reviewed> all = new ArrayList<>();
      Set<String> conflicts = new HashSet<>();
      for (Conflict conflict : merge.conflicts()) {
        conflicts.add(conflict.id());
        all.add(new Reviewed(new EntryChange(conflict.ours(), conflict.theirs()), true));
      }
      for (EntryChange change : merge.changes().changes()) {
        if (!conflicts.contains(change.entry().id())) {
          all.add(new Reviewed(change, false));
        }
      }
      return List.copyOf(all);
    }
  }

  /** Rows of a file are bad and nothing was imported; the user may leave them out. */
  record BadRows(Source source, String name, ImportMode mode, List<Problem> problems)
      implements ImportState {}

  /** Whether an imported FAQ answers. */
  enum Answers {
    NOT_YET,
    WITH_OTHERS,
    /** In the place of the samples, as the first of the user's own. */
    FIRST
  }

  /** It can't be imported; a sentence says why. */
  record Failed(String source, String sentence) implements ImportState {}

  /**
   * It is in the library; each entry is asked its own questions.
   *
   * @param answers whether the FAQ answers
   * @param share how many were asked, 0 to 1
   * @param lost the questions that do not find their entry; null while they are asked
   * @param problem what could not be done, empty for nothing
   */
  record Done(
      ImportReport report,
      Answers answers,
      double share,
      @Nullable List<OwnQuestion> lost,
      String problem)
      implements ImportState {
    Done asked(double part) {
      return new Done(report, answers, part, lost, problem);
    }

    Done asked(List<OwnQuestion> found) {
      return new Done(report, answers, 1, found, problem);
    }

    Done failed(String sentence) {
      return new Done(report, answers, share, lost, sentence);
    }

    Done answering(Answers as) {
      return new Done(report, as, share, lost, problem);
    }
  }
}
