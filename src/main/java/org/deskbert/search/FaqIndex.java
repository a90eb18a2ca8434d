package org.deskbert.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinTask;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Spelling;
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
  private final Contents contents;

  private final Sides sides;
  private final WordSide words;
  private final @Nullable Vectors vectors;
  private final @Nullable Votes votes;
  private final @Nullable String model;
  private final Fusion.Kinds fusions;
  private final Spelling general;
  private final Map<String, String> foreign;
  private final String hash;

  private FaqIndex(
      List<Faq> faqs,
      LocalDate today,
      @Nullable VectorCache cache,
      PhrasingCodes.Source source,
      @Nullable String model,
      Fusion.Kinds fusions,
      Spelling general,
      Map<String, String> foreign) {
    // The order in which FAQs are named must not change a digit.
    this.faqs = faqs.stream().sorted(Comparator.comparing(Faq::name)).toList();
    this.general = general;
    this.foreign = Map.copyOf(foreign);
    this.today = today;
    this.model = model;
    this.fusions = fusions;
    ForkJoinTask<String> hashing = ForkJoinTask.adapt(() -> FaqHash.of(this.faqs, today)).fork();
    Synonyms synonyms = Wording.synonyms(this.faqs);
    Answering answering = new Answering(this.faqs, today, synonyms);
    this.contents = Contents.of(this.faqs, answering);
    this.hash = hashing.join();
    KeptIndex kept = cache == null ? null : new KeptIndex(cache, this.faqs, today, hash);
    this.sides =
        Sides.of(this.faqs, contents, synonyms, answering.examples(), general, kept, source, model);
    this.words = sides.words();
    this.vectors = sides.vectors();
    this.votes = foreign.isEmpty() ? Votes.of(vectors, contents.firsts()) : null;
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
    Map<String, String> foreign = FaqLanguage.unknown(kept, encoder);
    if (encoder == null || foreign.size() == kept.size()) {
      return new FaqIndex(
          kept, today, cache, () -> Map::of, null, Fusion.SHIPPED, Spelling.NONE, foreign);
    }
    PhrasingCodes.Source source =
        () -> PhrasingCodes.soon(kept, today, encoder, cache, threads, progress);
    return new FaqIndex(
        kept, today, cache, source, encoder.hash(), Fusion.SHIPPED, encoder.spelling(), foreign);
  }

  /**
   * An index over other FAQs, these after an edit, that shares the vectors of this one; the rest as
   * {@link #build}.
   *
   * @param encoder the one that this index was built with, null for words only
   */
  public FaqIndex over(
      List<Faq> others,
      @Nullable Encoder encoder,
      VectorCache cache,
      LocalDate day,
      int threads,
      Progress progress) {
    List<Faq> kept = List.copyOf(others);
    Map<String, Codes> codes = sides.codes(contents);
    if (encoder != null) {
      PhrasingCodes.with(codes, kept, day, encoder, cache, threads, progress);
    }
    Map<String, String> unknown = FaqLanguage.unknown(kept, encoder);
    return new FaqIndex(
        kept,
        day,
        null,
        () -> () -> codes,
        encoder == null ? null : model,
        fusions,
        general,
        unknown);
  }

  /**
   * This index with {@code entry} added to the FAQ {@code source} or, where its id is there, in
   * place of the old one; only phrasings that are new are encoded.
   */
  public FaqIndex put(String source, Entry entry, @Nullable Encoder encoder, VectorCache cache) {
    Encoder same = model == null ? null : encoder;
    return over(Edits.put(faqs, source, entry), same, cache, today, 1, Progress.NONE);
  }

  /** This index without the entry {@code id} of the FAQ {@code source}. */
  public FaqIndex remove(String source, String id) {
    return new FaqIndex(
        Edits.remove(faqs, source, id),
        today,
        null,
        () -> () -> sides.codes(contents),
        model,
        fusions,
        general,
        foreign);
  }

  /** Keeps in {@code cache} what the next {@link #build} of these FAQs then need not make. */
  public void keep(VectorCache cache) {
    sides.keep(new KeptIndex(cache, faqs, today, hash), contents, model);
  }

  /** This index with other weights, for learning them. */
  FaqIndex with(Fusion.Kinds others) {
    return new FaqIndex(
        faqs, today, null, () -> () -> sides.codes(contents), model, others, general, foreign);
  }

  /**
   * A question with typing errors put right and the synonyms of all FAQs in place: what is to be
   * encoded for it. The same string if there are none.
   */
  public String rewrite(String question) {
    return words.wording().question(question);
  }

  /** FAQs that words alone answer from: the language that the model does not know, by FAQ. */
  public Map<String, String> foreign() {
    return foreign;
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
    return contents.items().size();
  }

  /** All phrasings in the order of the FAQ. */
  public List<Phrasing> phrasings() {
    return contents.phrasings();
  }

  /** The unit vector of a phrasing of this index; only if {@link #model} is not null. */
  public float[] vectorOf(Phrasing phrasing) {
    if (vectors == null) {
      throw new IllegalStateException("no vector for a phrasing of " + phrasing.entry().id());
    }
    return vectors.codes(phrasing.number()).vector();
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
    String asked = words.wording().text(question);
    Comparison.Query query = words.comparison().query(Terms.words(rewrite(question)));
    float[] seen = vectors == null ? null : vector;
    Set<Integer> equal = new LinkedHashSet<>();
    if (without < 0) {
      Arrays.stream(words.exact().numbers(question, asked))
          .forEach(i -> equal.add(contents.itemOf()[i]));
    }
    Votes.Poll poll = poll(seen, without);
    List<Candidate> candidates = new ArrayList<>();
    for (int number : proposed(equal, query, seen)) {
      Contents.Item item = contents.items().get(number);
      float[] known = foreign.containsKey(item.source()) ? null : seen;
      Comparison.Result result =
          words.comparison().compare(query, number, vectors, known, poll, without);
      if (result == null) {
        continue;
      }
      Fusion fusion = fusions.of(known != null, poll != null);
      boolean same = equal.contains(number);
      Signals signals = result.signals();
      candidates.add(
          new Candidate(
              item.source(),
              item.entry(),
              same
                  ? words.exact().phrasing(item.entry(), question, asked)
                  : contents.phrasings().get(result.best()).text(),
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
      Set<Integer> equal, Comparison.Query query, float @Nullable [] vector) {
    Set<Integer> proposed = new LinkedHashSet<>(equal);
    for (int number : words.index().find(query, PROPOSED + 1)) {
      proposed.add(contents.itemOf()[number]);
    }
    if (vectors != null && vector != null) {
      for (int number : vectors.nearest(vector, PROPOSED + 1)) {
        proposed.add(contents.itemOf()[number]);
      }
    }
    return proposed;
  }

  private Votes.@Nullable Poll poll(float @Nullable [] vector, int without) {
    return votes == null || vector == null ? null : votes.poll(vector, without);
  }

  /** The signals of the entries that {@link #search} compares in detail, to learn the fusion. */
  Map<Entry, Signals> signals(String question, float @Nullable [] vector, int without) {
    Comparison.Query query = words.comparison().query(Terms.words(rewrite(question)));
    float[] seen = vectors == null ? null : vector;
    Votes.Poll poll = poll(seen, without);
    Map<Entry, Signals> signals = new HashMap<>();
    for (int number : proposed(Set.of(), query, seen)) {
      Comparison.Result result =
          words.comparison().compare(query, number, vectors, seen, poll, without);
      if (result != null) {
        signals.put(contents.items().get(number).entry(), result.signals());
      }
    }
    return signals;
  }
}
