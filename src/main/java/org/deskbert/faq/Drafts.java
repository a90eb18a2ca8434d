package org.deskbert.faq;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the drafts of a file into entries: joins rows with the same given id, makes ids where
 * none are given, and notes every problem with its place.
 */
final class Drafts {
  /** Longest phrasing in characters; more is no question but a mistake in the file. */
  static final int MAX_PHRASING = 2_000;

  /** Longest answer in characters. */
  static final int MAX_ANSWER = 100_000;

  /** More rows than any FAQ has; keeps memory bounded. */
  static final int MAX_ROWS = 200_000;

  private static final int MAX_ID = 200;

  private final List<PendingEntry> pending = new ArrayList<>();
  private final Map<String, PendingEntry> given = new HashMap<>();

  /** All that was found, good or bad. */
  final List<Draft> taken = new ArrayList<>();

  /** What was noted so far. */
  final List<Problem> problems = new ArrayList<>();

  private final SynonymBuilder synonyms = new SynonymBuilder();
  private final IntentBuilder intents = new IntentBuilder();

  /** The follow-ups that are named at the entry they follow. */
  final Prompts prompts = new Prompts();

  int rows;

  /**
   * Counts one row, good or bad.
   *
   * @throws FaqException if there are too many
   */
  void countRow(String file) throws FaqException {
    if (++rows > MAX_ROWS) {
      throw new FaqException(
          file
              + " has more than "
              + Text.count(MAX_ROWS)
              + " rows, too many for a FAQ. Take out what is not needed, or split it.");
    }
  }

  /** Takes one draft, or notes why not. */
  void add(Draft draft) throws FaqException {
    countRow(draft.place().file());
    taken.add(draft);
    Draft.Place place = draft.place();
    String id = Text.line(draft.id());
    List<String> phrasings = new ArrayList<>();
    for (String phrasing : draft.phrasings()) {
      String line = Text.line(phrasing);
      if (line.length() > MAX_PHRASING) {
        error(
            "phrasing-too-long",
            place,
            place.question(),
            id,
            Sentence.of("phrasing-too-long", line.length()),
            Sentence.of("phrasing-too-long.todo", MAX_PHRASING));
        return;
      }
      if (!line.isEmpty()) {
        phrasings.add(line);
      }
    }
    String answer = Text.block(draft.answer());
    boolean fits = answer.length() <= MAX_ANSWER;
    if (!fits || draft.notes().length() > MAX_ANSWER) {
      error(
          fits ? "notes-too-long" : "answer-too-long",
          place,
          fits ? 0 : place.answer(),
          id,
          fits
              ? Sentence.of("notes-too-long", draft.notes().length())
              : Sentence.of("answer-too-long", answer.length()),
          Sentence.of("answer-too-long.todo", MAX_ANSWER));
      return;
    }
    if (id.length() > MAX_ID || id.contains("|")) {
      error(
          "bad-id",
          place,
          0,
          Text.shorten(id, 40),
          Sentence.of("bad-id", Text.shorten(id, 40)),
          Sentence.of("bad-id.todo", MAX_ID));
      return;
    }
    LocalDate until;
    try {
      String date = Text.line(draft.until());
      until = date.isEmpty() ? null : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      error(
          "bad-date",
          place,
          place.until(),
          id,
          Sentence.of("bad-date", Text.shorten(draft.until(), 40)),
          Sentence.of("bad-date.todo"));
      return;
    }
    if (id.isEmpty() && phrasings.isEmpty()) {
      error(
          "no-question",
          place,
          place.question(),
          "",
          Sentence.of("no-question"),
          Sentence.of("no-question.todo"));
      return;
    }
    PendingEntry entry = id.isEmpty() ? null : given.get(id);
    if (entry == null) {
      entry = new PendingEntry(id, place);
      pending.add(entry);
      if (!id.isEmpty()) {
        given.put(id, entry);
      }
    }
    join(entry, draft, phrasings, answer, until);
  }

  /** Whether there are only entries, each of which says all of itself. */
  boolean areRows() {
    return prompts.isEmpty() && synonyms.build().isEmpty() && intents.build().isEmpty();
  }

  /** Takes a group of synonyms, or notes why not. */
  void addSynonyms(List<String> terms, String file, int line) {
    synonyms.add(terms, file, line, problems);
  }

  /** Takes an intent, or notes why not. */
  void addIntent(Intent intent, String file, int line) {
    intents.add(intent, file, line, problems);
  }

  /** Notes an error at a place in the file. */
  void error(String kind, String file, int line, int column, Sentence what, Sentence todo) {
    problems.add(new Problem(Problem.Severity.ERROR, kind, "", file, line, column, what, todo));
  }

  /** Notes something that does not stop the import. */
  void note(
      Problem.Severity severity,
      String kind,
      Draft.Place place,
      int column,
      String entry,
      Sentence what,
      Sentence todo) {
    problems.add(
        new Problem(severity, kind, entry, place.file(), place.line(), column, what, todo));
  }

  /**
   * The entries in file order.
   *
   * @throws FaqException if there are errors and they are not to be skipped, or nothing is left
   */
  FaqFile finish(String file, boolean skipBad) throws FaqException {
    makeIds();
    prompts.resolve(given, this);
    pending.removeIf(this::incomplete);
    new Parents(pending).removeOrphans(this);
    problems.sort(
        Comparator.comparing(Problem::severity)
            .thenComparing(Problem::file)
            .thenComparingInt(Problem::line));
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    if (!errors.isEmpty() && (!skipBad || pending.isEmpty())) {
      throw new FaqException(errors);
    }
    if (pending.isEmpty()) {
      throw new FaqException(
          file + " has no questions. Add at least one question with its answer.");
    }
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (PendingEntry p : pending) {
      entries.add(
          new Entry(
              p.id,
              List.copyOf(p.phrasings),
              p.answer,
              p.category,
              List.copyOf(p.tags),
              p.parent,
              p.until,
              p.notes));
      lines.put(p.id, p.place.line());
    }
    return new FaqFile(entries, synonyms.build(), intents.build(), problems, lines);
  }

  private void join(
      PendingEntry entry,
      Draft draft,
      List<String> phrasings,
      String answer,
      @Nullable LocalDate until) {
    Draft.Place place = draft.place();
    if (!answer.isEmpty() && !entry.answer.isEmpty() && !answer.equals(entry.answer)) {
      error(
          "duplicate-id",
          place,
          place.answer(),
          entry.id,
          entry.answerPlace.file().equals(place.file())
              ? Sentence.of("duplicate-id", entry.id, entry.answerPlace.line())
              : Sentence.of(
                  "duplicate-id.elsewhere",
                  entry.id,
                  entry.answerPlace.line(),
                  entry.answerPlace.file()),
          Sentence.of("duplicate-id.todo"));
      return;
    }
    if (entry.answer.isEmpty() && !answer.isEmpty()) {
      entry.answer = answer;
      entry.answerPlace = place;
    }
    for (String phrasing : phrasings) {
      if (!entry.phrasings.add(phrasing)) {
        note(
            Problem.Severity.NOTE,
            "repeated-phrasing",
            place,
            place.question(),
            entry.id,
            Sentence.of("repeated-phrasing", Text.shorten(phrasing, 60)),
            Sentence.of("repeated-phrasing.todo"));
      }
    }
    entry.takeRest(draft, until);
  }

  private void makeIds() {
    Slugs slugs = new Slugs(given.keySet());
    for (PendingEntry entry : pending) {
      if (entry.id.isEmpty()) {
        entry.id = slugs.next(entry.phrasings.iterator().next());
      }
    }
  }

  private boolean incomplete(PendingEntry entry) {
    if (entry.phrasings.isEmpty()) {
      error(
          "no-question",
          entry.place,
          entry.place.question(),
          entry.id,
          Sentence.of("no-question.entry", entry.id),
          Sentence.of("no-question.todo"));
      return true;
    }
    if (entry.answer.isEmpty()) {
      error(
          "no-answer",
          entry.place,
          entry.place.answer(),
          entry.id,
          Sentence.of("no-answer", Text.shorten(entry.phrasings.iterator().next(), 60)),
          Sentence.of("no-answer.todo"));
      return true;
    }
    return false;
  }

  /** Notes an error at a part of a draft. */
  void error(
      String kind, Draft.Place place, int column, String entry, Sentence what, Sentence todo) {
    note(Problem.Severity.ERROR, kind, place, column, entry, what, todo);
  }
}
