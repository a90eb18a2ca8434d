package org.deskbert.faq;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.deskbert.faq.RevisionTable.Stack;
import org.deskbert.faq.RevisionTable.Step;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of FAQs: each change of one is written together with its revision, inside the
 * caller's transaction.
 */
final class Journal {
  /** Saves of the same entry that follow each other so closely are one revision. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final FaqStore store;
  private final RevisionTable revisions;
  private final BaseTable bases;
  private final VersionTable versions;
  private final Clock clock;
  private final String who;
  private volatile HistoryRule rule = HistoryRule.USUAL;

  Journal(Connection connection, Clock clock, String who) {
    this.store = new FaqStore(connection);
    this.revisions = new RevisionTable(connection);
    this.bases = new BaseTable(connection);
    this.versions = new VersionTable(connection);
    this.clock = clock;
    this.who = who;
  }

  FaqStore store() {
    return store;
  }

  RevisionTable revisions() {
    return revisions;
  }

  BaseTable bases() {
    return bases;
  }

  VersionTable versions() {
    return versions;
  }

  HistoryRule rule() {
    return rule;
  }

  void rule(HistoryRule other) {
    rule = other;
  }

  /**
   * Brings a FAQ from one moment to another, each null where it does not exist.
   *
   * @return nothing where nothing is different
   */
  Optional<Revision> write(
      long key,
      Revision.Kind kind,
      String subject,
      @Nullable FaqState before,
      @Nullable FaqState after)
      throws SQLException, FaqException {
    Patch patch = Patch.between(before, after);
    if (patch.isEmpty()) {
      return Optional.empty();
    }
    revisions.forgetUndone(key);
    Stack stack = kind == Revision.Kind.START ? Stack.OFF : Stack.DONE;
    return Optional.of(write(key, kind, subject, name(before, after), patch, stack));
  }

  private static String name(@Nullable FaqState before, @Nullable FaqState after) {
    return after != null ? after.name() : before != null ? before.name() : "";
  }

  private Revision write(
      long key, Revision.Kind kind, String subject, String name, Patch patch, Stack stack)
      throws SQLException, FaqException {
    store.write(key, patch);
    Revision done = revisions.add(key, revision(0, name, kind, subject, patch), stack, patch);
    prune();
    return done;
  }

  private Revision revision(long id, String name, Revision.Kind kind, String subject, Patch patch) {
    Patch.Counts n = patch.counts();
    return new Revision(
        id, name, now(), who, kind, subject, n.added(), n.changed(), n.removed(), 1);
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * As {@link #write}, but joins the revision before where that was of the same entry, person and
   * kind a moment ago: what a form saves while somebody types.
   */
  Optional<Revision> writeOn(
      long key, Revision.Kind kind, String id, String subject, FaqState before, FaqState after)
      throws SQLException, FaqException {
    Patch patch = Patch.between(before, after);
    Step last = revisions.last(key).orElse(null);
    if (patch.isEmpty() || last == null || !goesOn(last, id)) {
      return write(key, kind, subject, before, after);
    }
    store.write(key, patch);
    Patch both = last.patch().then(patch);
    Revision.Kind first = last.revision().kind();
    if (both.isEmpty()) {
      revisions.delete(last.revision().id());
      return Optional.empty();
    }
    Revision joined = revision(last.revision().id(), before.name(), first, subject, both);
    revisions.overwrite(joined, Stack.DONE, both);
    return Optional.of(joined);
  }

  private boolean goesOn(Step last, String id) {
    Revision revision = last.revision();
    boolean edit =
        revision.kind() == Revision.Kind.EDIT || revision.kind() == Revision.Kind.NEW_ENTRY;
    return edit
        && revision.joined() == 1
        && revision.who().equals(who)
        && last.patch().changes().keySet().equals(Set.of(Patch.ENTRY + id))
        && Duration.between(revision.at(), clock.instant()).abs().compareTo(PAUSE) < 0;
  }

  /** Takes back the last change that can be, and remembers that it was taken back. */
  Optional<Revision> undo(long key) throws SQLException, FaqException {
    Optional<Revision> target = revisions.undoable(key);
    return target.isEmpty()
        ? target
        : Optional.of(turn(key, target.get(), Revision.Kind.UNDO, Stack.UNDONE));
  }

  /** Does again what was undone last. */
  Optional<Revision> redo(long key) throws SQLException, FaqException {
    Optional<Revision> target = revisions.redoable(key);
    return target.isEmpty()
        ? target
        : Optional.of(turn(key, target.get(), Revision.Kind.REDO, Stack.DONE));
  }

  private Revision turn(long key, Revision target, Revision.Kind kind, Stack then)
      throws SQLException, FaqException {
    Patch patch = revisions.get(target.id()).orElseThrow().patch();
    Patch way = kind == Revision.Kind.UNDO ? patch.inverse() : patch;
    revisions.setStack(target.id(), then);
    FaqState before = store.read(key);
    String name = name(before, way.applyTo(before));
    return write(key, kind, target.action(), name, way, Stack.OFF);
  }

  /** How a FAQ was right after a revision; null where there was none. */
  @Nullable FaqState at(long key, long id) throws SQLException, FaqException {
    FaqState state = store.read(key);
    for (Step step : revisions.after(key, id)) {
      state = step.patch().inverse().applyTo(state);
    }
    return state;
  }

  /** Puts old days together and forgets the oldest, as the rule says. */
  private void prune() throws SQLException, FaqException {
    Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    Instant daily = today.minus(Duration.ofDays(rule.days()));
    revisions.forget(daily.minus(Duration.ofDays(rule.dailyDays())));
    bases.forget(daily);
    store.forgetGone();
    Step joined = null;
    for (Step step : revisions.toJoin(daily)) {
      if (joined != null && sameDay(joined, step)) {
        revisions.delete(joined.revision().id());
        joined = join(joined, step);
      } else {
        joined = step;
      }
      revisions.overwrite(joined.revision(), Stack.OLD, joined.patch());
    }
  }

  private static boolean sameDay(Step one, Step next) {
    return one.faq() == next.faq() && day(one).equals(day(next));
  }

  private static LocalDate day(Step step) {
    return LocalDate.ofInstant(step.revision().at(), ZoneOffset.UTC);
  }

  private static Step join(Step one, Step next) {
    Patch both = one.patch().then(next.patch());
    Patch.Counts n = both.counts();
    Revision r = next.revision();
    int joined = one.revision().joined() + r.joined();
    return new Step(
        new Revision(
            r.id(),
            r.faq(),
            r.at(),
            r.who(),
            r.kind(),
            r.subject(),
            n.added(),
            n.changed(),
            n.removed(),
            joined),
        next.faq(),
        both);
  }
}
