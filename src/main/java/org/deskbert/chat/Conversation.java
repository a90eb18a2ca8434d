package org.deskbert.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deskbert.chat.Reply.Suggestion;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Normalizer;
import org.deskbert.search.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A conversation so far. Immutable: {@link Dialogue} makes the next one of each message, so there
 * may be as many at once as one likes.
 *
 * @param topic what it is about, null if nothing yet or cleared
 * @param rejected entries that the asker has turned down
 * @param exchanges questions and what was shown, oldest first
 * @param misses how many messages in a row were not helped
 */
public record Conversation(
    @Nullable Topic topic, Set<Key> rejected, List<Exchange> exchanges, int misses) {
  /** Cosine from which two messages ask the same. */
  private static final double SAME = 0.93;

  /** A conversation in which nothing was said. */
  public static final Conversation EMPTY = new Conversation(null, Set.of(), List.of(), 0);

  public Conversation {
    rejected = Set.copyOf(rejected);
    exchanges = List.copyOf(exchanges);
  }

  /** Names an entry among all FAQs. */
  public record Key(String source, String id) {
    static Key of(String source, Entry entry) {
      return new Key(source, entry.id());
    }

    static Key of(Candidate candidate) {
      return of(candidate.source(), candidate.entry());
    }

    /** The best candidate's, null if the reply has none. */
    static @Nullable Key first(Reply reply) {
      Candidate first = reply.explanation().first();
      return first == null ? null : of(first);
    }

    static Key of(Suggestion suggestion) {
      return of(suggestion.source(), suggestion.entry());
    }
  }

  /**
   * What a conversation is about.
   *
   * @param text what is put before a follow-up so that it can be understood
   * @param entry the entry that was shown last, null after a question that had several
   * @param offered the suggestions that wait for a choice
   * @param why the explanation of the reply that made it
   */
  public record Topic(
      String text, @Nullable Suggestion entry, List<Suggestion> offered, Reply.Explanation why) {
    public Topic {
      offered = List.copyOf(offered);
    }

    /** What to call it: the question of the entry, else what the asker wrote. */
    public String name() {
      return entry == null ? text : entry.entry().question();
    }

    Topic settled() {
      return offered.isEmpty() ? this : new Topic(text, entry, List.of(), why);
    }
  }

  /**
   * A question and what was shown for it.
   *
   * @param question in the asker's words
   * @param vector its unit vector, null for words only
   * @param shown the entry that was its answer, null if there was none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Exchange(String question, float @Nullable [] vector, @Nullable Suggestion shown) {
    private boolean asks(String text, float @Nullable [] other) {
      if (Normalizer.normalize(question).equals(Normalizer.normalize(text))) {
        return true;
      }
      if (vector == null || other == null) {
        return false;
      }
      double cosine = 0;
      for (int i = 0; i < other.length; i++) {
        cosine += other[i] * vector[i];
      }
      return cosine >= SAME;
    }
  }

  /**
   * This conversation without its topic and what was turned down: the next message stands alone.
   */
  public Conversation withoutTopic() {
    return new Conversation(null, Set.of(), exchanges, 0);
  }

  /** The suggestions that wait for a choice. */
  public List<Suggestion> offered() {
    return topic == null ? List.of() : topic.offered();
  }

  Conversation about(@Nullable Topic next) {
    return new Conversation(next, rejected, exchanges, misses);
  }

  Conversation with(Exchange exchange) {
    List<Exchange> all = new ArrayList<>(exchanges);
    all.add(exchange);
    return new Conversation(topic, rejected, all, misses);
  }

  Conversation missed(int times) {
    return new Conversation(topic, rejected, exchanges, times);
  }

  Conversation reject(List<Suggestion> entries) {
    Set<Key> all = new HashSet<>(rejected);
    entries.forEach(entry -> all.add(Key.of(entry)));
    return new Conversation(topic, all, exchanges, misses);
  }

  /** The entry that was shown last, null if the last question had no single one. */
  @Nullable Suggestion lastShown() {
    return exchanges.isEmpty() ? null : exchanges.getLast().shown();
  }

  /** Whether the entry was shown before for a question that asks the same as {@code text}. */
  boolean showed(Key entry, String text, float @Nullable [] vector) {
    return exchanges.stream()
        .filter(exchange -> exchange.shown() != null && Key.of(exchange.shown()).equals(entry))
        .anyMatch(exchange -> exchange.asks(text, vector));
  }
}
