package org.deskbert.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.deskbert.encoder.Encoder;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqHash;
import org.deskbert.faq.Synonyms;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The hybrid index over the entries that are valid today, of all active FAQs together. Immutable
 * and thread-safe: an edit makes a new index that shares the vectors of the old one.
 *
 * <p>A question equal to a phrasing (after normalisation) scores 1. Otherwise the phrasings that
 * are nearest by words and by meaning are found, and their entries are compared in detail ({@link
 * Signals}) and sorted by one learnt score ({@link Fusion}). The same index gives the same result
 * to the last digit.
 */
public final class FaqIndex {
  /** Leaves no phrasing out of a search. */
  public static final int ALL = -1;

  /** Phrasings that each side, words and meaning, may propose. */
  private static final int PROPOSED = 60;

  private final List<Faq> faqs;
  private final LocalDate today;
  private final List<Phrasing> phrasings;
  private final List<Item> items;
  private final int[] itemOf;
  private final Synonyms synonyms;
  private final List<String> rewritten;
  private final ExactPhrasings exact;
  private final Comparison comparison;
  private final WordIndex wordIndex;
  private final Map<String, float[]> vectorsByText;
  private final @Nullable Vectors vectors;
  private final @Nullable String model;
  private final Fusion.Pair fusions;
  private final String hash;

  /** One entry and the numbers of its phrasings: {@code first} to {@code first + count - 1}. */
  private record Item(String source, Entry entry, int first, int count) {}

  private FaqIndex(
      List<Faq> faqs,
      LocalDate today,
      Map<String, float[]> vectorsByText,
      @Nullable String model,
      Fusion.Pair fusions) {
    // The order in which FAQs are named must not change a digit.
    this.faqs = faqs.stream().sorted(Comparator.comparing(Faq::name)).toList();
    this.synonyms = synonyms(faqs);
    this.today = today;
    this.vectorsByText = vectorsByText;
    this.model = model;
    this.fusions = fusions;
    this.hash = FaqHash.of(this.faqs, today);
    this.phrasings = new ArrayList<>();
    this.items = new ArrayList<>();
    this.rewritten = new ArrayList<>();
    this.exact = new ExactPhrasings(synonyms);
    List<Integer> owners = new ArrayList<>();
    for (Faq faq : this.faqs) {
      for (Entry entry : faq.entries()) {
        if (!entry.validOn(today)) {
          continue;
        }
        items.add(new Item(faq.name(), entry, phrasings.size(), entry.phrasings().size()));
        for (String text : entry.phrasings()) {
          exact.add(text, items.size() - 1);
          rewritten.add(rewrite(text));
          owners.add(items.size() - 1);
          phrasings.add(new Phrasing(phrasings.size(), faq.name(), entry, text));
        }
      }
    }
    this.itemOf = owners.stream().mapToInt(Integer::intValue).toArray();
    List<Set<String>> stems = new ArrayList<>();
    List<Set<String>> grams = new ArrayList<>();
    for (String text : rewritten) {
      List<String> words = Terms.words(text);
      stems.add(Terms.stems(words));
      grams.add(Terms.grams(words));
    }
    List<Comparison.Range> ranges = new ArrayList<>();
    for (Item item : items) {
      Entry entry = item.entry();
      String around =
          rewrite(entry.answer())
              + " "
              + rewrite(entry.category())
              + " "
              + rewrite(String.join(" ", entry.tags()));
      ranges.add(
          new Comparison.Range(item.first(), item.count(), Terms.stems(Terms.words(around))));
    }
    this.comparison = new Comparison(stems, grams, ranges);
    this.wordIndex = new WordIndex(stems, grams);
    if (model == null || phrasings.isEmpty()) {
      this.vectors = null;
    } else {
      List<float[]> rows = new ArrayList<>();
      for (Phrasing phrasing : phrasings) {
        rows.add(vectorOf(phrasing));
      }
      this.vectors = new Vectors(rows, rows.getFirst().length);
    }
  }

  /**
   * Indexes FAQs; phrasings that {@code cache} does not know are encoded on {@code threads} threads
   * and added to it.
   *
   * @param encoder null for words only
   * @param today entries that have expired by this day are left out
   * @throws CancellationException if {@code progress} says stop
   */
  public static FaqIndex build(
      List<Faq> faqs,
      @Nullable Encoder encoder,
      VectorCache cache,
      LocalDate today,
      int threads,
      Progress progress) {
    List<Faq> kept = List.copyOf(faqs);
    if (encoder == null) {
      return new FaqIndex(kept, today, Map.of(), null, Fusion.SHIPPED);
    }
    Synonyms synonyms = synonyms(kept);
    Set<String> texts = new LinkedHashSet<>();
    for (Faq faq : kept) {
      for (Entry entry : faq.entries()) {
        if (entry.validOn(today)) {
          entry.phrasings().forEach(text -> texts.add(synonyms.rewrite(text)));
        }
      }
    }
    Map<String, float[]> vectors = cache.encode(texts, encoder, threads, progress);
    return new FaqIndex(kept, today, vectors, encoder.hash(), Fusion.SHIPPED);
  }

  /**
   * This index with {@code entry} added to the FAQ {@code source} or, where its id is there, in
   * place of the old one; only phrasings that are new are encoded.
   */
  public FaqIndex put(String source, Entry entry, @Nullable Encoder encoder, VectorCache cache) {
    List<Faq> edited = Edits.put(faqs, source, entry);
    Map<String, float[]> all = new HashMap<>(vectorsByText);
    if (model != null && encoder != null) {
      List<String> texts =
          entry.phrasings().stream().map(this::rewrite).filter(t -> !all.containsKey(t)).toList();
      all.putAll(cache.encode(texts, encoder, 1, Progress.NONE));
    }
    return new FaqIndex(edited, today, all, encoder == null ? null : model, fusions);
  }

  /** This index without the entry {@code id} of the FAQ {@code source}. */
  public FaqIndex remove(String source, String id) {
    return new FaqIndex(Edits.remove(faqs, source, id), today, vectorsByText, model, fusions);
  }

  /** This index with other weights, for learning them. */
  FaqIndex with(Fusion.Pair others) {
    return new FaqIndex(faqs, today, vectorsByText, model, others);
  }

  private static Synonyms synonyms(List<Faq> faqs) {
    return Synonyms.union(
        faqs.stream().sorted(Comparator.comparing(Faq::name)).map(Faq::synonyms).toList());
  }

  /**
   * A question with the synonyms of all FAQs in place: what is to be encoded for it. The same
   * string if it has none.
   */
  public String rewrite(String question) {
    return synonyms.rewrite(question);
  }

  /** Content hash of the entries that answer today and of the synonyms. */
  public String hash() {
    return hash;
  }

  /** Hash of the model whose vectors this index holds, null for words only. */
  public @Nullable String model() {
    return model;
  }

  /** Number of entries. */
  public int size() {
    return items.size();
  }

  /** All phrasings in the order of the FAQ. */
  public List<Phrasing> phrasings() {
    return List.copyOf(phrasings);
  }

  /** The unit vector of a phrasing of this index; only if {@link #model} is not null. */
  public float[] vectorOf(Phrasing phrasing) {
    float[] vector = vectorsByText.get(rewritten.get(phrasing.number()));
    if (vector == null) {
      throw new IllegalStateException("no vector for a phrasing of " + phrasing.entry().id());
    }
    return vector;
  }

  /**
   * The {@code k} best entries for a question, best first.
   *
   * @param vector the unit vector of the question as {@link #rewrite} gives it, null for words only
   */
  public List<Candidate> search(String question, float @Nullable [] vector, int k) {
    return search(question, vector, k, ALL);
  }

  /**
   * The same as if the phrasing with number {@code without} were not in the FAQ: what would happen
   * to a question that the owner did not think of.
   */
  public List<Candidate> search(String question, float @Nullable [] vector, int k, int without) {
    String asked = rewrite(question);
    Comparison.Query query = comparison.query(Terms.words(asked));
    float[] cosines = vector == null || vectors == null ? null : vectors.cosines(vector);
    Set<Integer> equal = without < 0 ? exact.entries(question, asked) : Set.of();
    Set<Integer> proposed = proposed(equal, query, cosines);
    Fusion fusion = cosines == null ? fusions.words() : fusions.model();
    List<Candidate> candidates = new ArrayList<>();
    for (int number : proposed) {
      Item item = items.get(number);
      Comparison.Result result = comparison.compare(query, number, cosines, without);
      if (result == null) {
        continue;
      }
      boolean same = equal.contains(number);
      Signals signals = result.signals();
      candidates.add(
          new Candidate(
              item.source(),
              item.entry(),
              same
                  ? exact.phrasing(item.entry(), question, asked)
                  : phrasings.get(result.best()).text(),
              same,
              same ? 1 : signals.words(),
              Math.max(0, Math.min(1, signals.meaning())),
              same ? 1 : fusion.score(signals)));
    }
    candidates.sort(Candidate.BEST_FIRST);
    return List.copyOf(candidates.subList(0, Math.min(k, candidates.size())));
  }

  /** The entries {@code equal} and those whose phrasings are nearest by words and by meaning. */
  private Set<Integer> proposed(
      Set<Integer> equal, Comparison.Query query, float @Nullable [] cosines) {
    Set<Integer> proposed = new LinkedHashSet<>(equal);
    if (!query.grams().isEmpty()) {
      for (int number : wordIndex.find(query.stems(), query.grams(), PROPOSED + 1)) {
        proposed.add(itemOf[number]);
      }
    }
    if (cosines != null) {
      for (int number : Top.of(cosines, phrasings.size(), PROPOSED + 1)) {
        proposed.add(itemOf[number]);
      }
    }
    return proposed;
  }

  /** The signals of the entries that {@link #search} compares in detail, to learn the fusion. */
  Map<Entry, Signals> signals(String question, float @Nullable [] vector, int without) {
    Comparison.Query query = comparison.query(Terms.words(rewrite(question)));
    float[] cosines = vector == null || vectors == null ? null : vectors.cosines(vector);
    Map<Entry, Signals> signals = new HashMap<>();
    for (int number : proposed(Set.of(), query, cosines)) {
      Comparison.Result result = comparison.compare(query, number, cosines, without);
      if (result != null) {
        signals.put(items.get(number).entry(), result.signals());
      }
    }
    return signals;
  }
}
