package org.deskbert.faq;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Revision.Kind;

/**
 * Gives FAQs away and takes them in, so that two owners who both change one can bring their changes
 * together, as often as they like. Test questions come along; of one that is there, the own stays.
 */
public final class Exchange {
  /** How what comes in stands to what is there. */
  public enum Standing {
    /** It was made from what is there, which nobody has changed since. */
    NEWER,
    /** It is what is there, or was taken in before. */
    KNOWN,
    /** Both were changed since they had the same. */
    BOTH_CHANGED,
    /** They never had the same. */
    STRANGE
  }

  private final Transactions transactions;
  private final Journal journal;
  private final LibraryTables tables;
  private final Upkeep upkeep;
  private final Runnable changed;

  Exchange(
      Transactions transactions,
      Journal journal,
      LibraryTables tables,
      Upkeep upkeep,
      Runnable changed) {
    this.transactions = transactions;
    this.journal = journal;
    this.tables = tables;
    this.upkeep = upkeep;
    this.changed = changed;
  }

  /** The FAQ to be given away; what it is now is remembered as a version. */
  public Shared share(String name) throws FaqException {
    return transactions.change(() -> {
      long key = tables.key(name);
      FaqState state = Objects.requireNonNull(journal.store().read(key));
      Faq faq = state.faq();
      String content = journal.bases().put(faq, journal.now());
      List<String> heads = heads(state);
      Map<String, Version> known = journal.versions().all();
      Version version = heads.size() == 1 ? known.get(heads.getFirst()) : null;
      if (version == null || !version.content().equals(content)) {
        version = Version.of(content, heads, journal.now());
        version = known.getOrDefault(version.id(), version);
        journal.versions().add(List.of(version));
        known.put(version.id(), version);
        // No revision: nothing that anybody sees is changed.
        journal.store().mark(key, Bases.HEADS, version.id());
      }
      Set<String> line = new Lineage(known, journal.bases()).ancestry(List.of(version.id()));
      List<Version> lineage =
          known.values().stream()
              .filter(each -> line.contains(each.id()))
              .sorted(
                  java.util.Comparator.comparing(Version::at).reversed().thenComparing(Version::id))
              .toList();
      return new Shared(faq, version, lineage, upkeep.tests(key));
    });
  }

  /** How what comes in stands to a FAQ of the library. */
  public Standing standing(String name, Shared theirs) throws FaqException {
    return transactions.read(() -> {
      FaqState state = Objects.requireNonNull(journal.store().read(tables.key(name)));
      Lineage lineage = lineage(theirs);
      String id = theirs.version().id();
      Set<String> ours = lineage.ancestry(heads(state));
      Set<String> line = lineage.ancestry(List.of(id));
      if (ours.contains(id)) {
        return Standing.KNOWN;
      }
      String now = FaqJson.hash(FaqJson.write(state.faq()));
      boolean untouched =
          theirs.lineage().stream()
              .anyMatch(v -> v.content().equals(now) && heads(state).contains(v.id()));
      if (untouched && line.containsAll(heads(state))) {
        return Standing.NEWER;
      }
      ours.retainAll(line);
      return ours.isEmpty() ? Standing.STRANGE : Standing.BOTH_CHANGED;
    });
  }

  /** Adds what comes in as a new FAQ, not active. */
  public void add(String name, Shared theirs, String file) throws FaqException {
    transactions.change(() -> {
      tables.checkFree(name);
      long key = journal.revisions().freshKey();
      FaqState after =
          FaqState.empty(name)
              .with(named(theirs.faq(), name))
              .with(Map.of(Bases.HEADS, theirs.version().id()));
      keep(theirs);
      Optional<Revision> done = journal.write(key, Kind.UNPACK, file, null, after);
      upkeep.addTests(key, theirs.tests());
      return done;
    });
    changed.run();
  }

  /** Puts what comes in in the place of a FAQ. */
  public void replace(String name, Shared theirs, String file) throws FaqException {
    transactions.change(() -> {
      long key = tables.key(name);
      FaqState before = Objects.requireNonNull(journal.store().read(key));
      Map<String, String> marks = new TreeMap<>(before.marks());
      marks.put(Bases.HEADS, theirs.version().id());
      FaqState after = before.with(named(theirs.faq(), before.name())).with(marks);
      keep(theirs);
      upkeep.addTests(key, theirs.tests());
      return journal.write(key, Kind.UNPACK, file, before, after);
    });
    changed.run();
  }

  /** What {@link #merge} would do, without doing it. */
  public Merge preview(String name, Shared theirs, Map<String, Side> choices) throws FaqException {
    return transactions.read(() -> {
      FaqState before = Objects.requireNonNull(journal.store().read(tables.key(name)));
      return merged(before, theirs, choices);
    });
  }

  /**
   * Brings what comes in and a FAQ of the library together. Where they never had the same, every
   * entry that differs is a conflict.
   *
   * @param choices the side to take for entries in conflict, by id; ours where nothing is said
   * @return what it did
   */
  public Merge merge(String name, Shared theirs, String file, Map<String, Side> choices)
      throws FaqException {
    Merge done =
        transactions.change(() -> {
          long key = tables.key(name);
          FaqState before = Objects.requireNonNull(journal.store().read(key));
          Merge merge = merged(before, theirs, choices);
          Map<String, String> marks = new TreeMap<>(before.marks());
          marks.put(Bases.HEADS, String.join(" ", heads(before, theirs, merge)));
          keep(theirs);
          FaqState after = before.with(merge.result()).with(marks);
          journal.write(key, Kind.MERGE, file, before, after);
          upkeep.addTests(key, theirs.tests());
          return merge;
        });
    changed.run();
    return done;
  }

  private Merge merged(FaqState before, Shared theirs, Map<String, Side> choices)
      throws SQLException, FaqException {
    Faq ours = before.faq();
    Faq other = named(theirs.faq(), ours.name());
    List<String> ids = List.of(theirs.version().id());
    Lineage lineage = lineage(theirs);
    // A version that is known already has nothing new, whether its content is kept or not.
    Faq base =
        lineage.ancestry(heads(before)).containsAll(ids)
            ? other
            : lineage.base(heads(before), ids).orElse(new Faq(ours.name(), List.of()));
    return ThreeWay.merge(base, ours, other, choices);
  }

  /** The versions that the merged FAQ builds upon. */
  private List<String> heads(FaqState before, Shared theirs, Merge merge) throws SQLException {
    Lineage lineage = lineage(theirs);
    Set<String> heads = new HashSet<>(heads(before));
    Set<String> line = lineage.ancestry(List.of(theirs.version().id()));
    if (merge.agreed() && line.containsAll(heads)) {
      return List.of(theirs.version().id());
    }
    heads.add(theirs.version().id());
    return lineage.newest(heads);
  }

  private Lineage lineage(Shared theirs) throws SQLException {
    Map<String, Version> all = new HashMap<>(journal.versions().all());
    theirs.lineage().forEach(version -> all.put(version.id(), version));
    return new Lineage(all, journal.bases());
  }

  private void keep(Shared theirs) throws SQLException {
    journal.versions().add(theirs.lineage());
    journal.bases().put(theirs.faq(), journal.now());
  }

  private static List<String> heads(FaqState state) {
    return new ArrayList<>(VersionTable.ids(state.marks().getOrDefault(Bases.HEADS, "")));
  }

  private static Faq named(Faq faq, String name) {
    return new Faq(name, faq.entries(), faq.synonyms(), faq.intents());
  }
}
