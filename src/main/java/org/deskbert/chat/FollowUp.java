package org.deskbert.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbert.chat.Conversation.Topic;
import org.deskbert.faq.Entry;
import org.deskbert.search.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the entries for a message that may lean on the topic. An entry's log odds are those that it
 * has for the message alone, plus, as far as the message leans ({@link Cues#leaning}), a share of
 * those that it has for topic and message together and a sum for how it is related to the topic:
 * children before siblings before the rest of the category. The sums are a conditional logistic
 * regression over the project's own dialogues ({@code src/test/resources/dialogues/develop.csv})
 * and over questions that stand alone under a foreign topic; divided by the weight of the message
 * alone, so that without a topic nothing changes.
 *
 * <p>They were learnt once and rounded, and no command learns them again: eleven numbers from about
 * a hundred follow-ups are known to one figure at best, and they weigh relations between entries,
 * which another encoder does not change. {@code DialoguesTest} says how good they are.
 */
final class FollowUp {
  private static final double TOGETHER = 0.46;
  private static final double CHILD = 6.4;
  private static final double SIBLING = 5.4;
  private static final double PARENT = 3.3;
  private static final double CATEGORY = 2.5;
  private static final double SAME = 5.7;

  /** For a suggestion that waits for a choice. */
  private static final double OFFERED = 3.3;

  /** For each word that says something: who says more wants more than was shown. */
  private static final double SAME_WORD = -0.65;

  /** If all such words are in the entry that was shown. */
  private static final double SAME_COVERED = 2.7;

  /**
   * If all such words are in an entry that is related to the one that was shown; chosen on the
   * dialogues for developing alone.
   */
  private static final double RELATED_COVERED = 1.6;

  /** For an entry without any relation, if the message says nothing by itself. */
  private static final double FOREIGN = -3.8;

  /** Log odds below this say no more than this: there is no sign of the entry. */
  private static final double NO_SIGN = -4;

  /** From here a message rather leans on the topic than not. */
  private static final double LEANS = 0.5;

  private FollowUp() {}

  /**
   * The candidates in the light of the topic, best first.
   *
   * @param alone for the message alone
   * @param together for topic and message together
   */
  static List<Candidate> rank(
      String message, Topic topic, List<Candidate> alone, List<Candidate> together) {
    Map<Conversation.Key, Candidate> first = byEntry(alone);
    Map<Conversation.Key, Candidate> second = byEntry(together);
    double leaning = Cues.leaning(message);
    List<String> words = Cues.content(message);
    List<Candidate> ranked = new ArrayList<>();
    List<Candidate> all = new ArrayList<>(alone);
    together.stream().filter(c -> !first.containsKey(key(c))).forEach(all::add);
    for (Candidate candidate : all) {
      Candidate a = first.get(key(candidate));
      Candidate b = second.get(key(candidate));
      if (a != null && a.exact()) {
        ranked.add(a);
        continue;
      }
      double sum = logOdds(a) + leaning * support(candidate, b, topic, words);
      ranked.add(
          new Candidate(
              candidate.source(),
              candidate.entry(),
              candidate.matched(),
              false,
              Math.max(a == null ? 0 : a.words(), b == null || b.exact() ? 0 : b.words()),
              Math.max(a == null ? 0 : a.meaning(), b == null ? 0 : b.meaning()),
              1 / (1 + Math.exp(-sum))));
    }
    ranked.sort(
        Comparator.comparing((Candidate c) -> !c.exact())
            .thenComparing(Comparator.comparingDouble(Candidate::score).reversed())
            .thenComparing(Candidate::source)
            .thenComparing(c -> c.entry().id()));
    return ranked;
  }

  /** Whether a message leans on the topic and its first candidate has to do with it. */
  static boolean staysWith(String message, Topic topic, List<Candidate> ranked) {
    if (ranked.isEmpty() || Cues.leaning(message) < LEANS) {
      return false;
    }
    Candidate first = ranked.getFirst();
    Reply.Suggestion shown = topic.entry();
    boolean same = shown != null && Conversation.Key.of(shown).equals(key(first));
    boolean related =
        shown != null
            && shown.source().equals(first.source())
            && relation(shown.entry(), first.entry()) > 0;
    return same || related || offered(topic, first);
  }

  private static boolean offered(Topic topic, Candidate candidate) {
    return topic.offered().stream().anyMatch(s -> Conversation.Key.of(s).equals(key(candidate)));
  }

  private static double support(
      Candidate candidate, @Nullable Candidate together, Topic topic, List<String> words) {
    Reply.Suggestion shown = topic.entry();
    Entry entry = candidate.entry();
    boolean offered = offered(topic, candidate);
    if (shown == null || !shown.source().equals(candidate.source())) {
      return TOGETHER * logOdds(together) + (offered ? OFFERED : foreign(words));
    }
    Entry old = shown.entry();
    if (old.id().equals(entry.id())) {
      return SAME + SAME_WORD * words.size() + SAME_COVERED * Cues.covered(words, text(old));
    }
    double relation = Math.max(relation(old, entry), offered ? OFFERED : 0);
    if (relation > 0 && !words.isEmpty()) {
      relation += RELATED_COVERED * Cues.covered(words, text(entry));
    }
    return TOGETHER * logOdds(together) + (relation > 0 ? relation : foreign(words));
  }

  private static String text(Entry entry) {
    return String.join(" ", entry.phrasings()) + " " + entry.answer() + " " + entry.tags();
  }

  private static double relation(Entry old, Entry entry) {
    if (old.id().equals(entry.parent())) {
      return CHILD;
    }
    if (old.parent() != null && old.parent().equals(entry.parent())) {
      return SIBLING;
    }
    if (entry.id().equals(old.parent())) {
      return PARENT;
    }
    return !old.category().isEmpty() && old.category().equals(entry.category()) ? CATEGORY : 0;
  }

  private static double foreign(List<String> words) {
    return words.isEmpty() ? FOREIGN : 0;
  }

  private static double logOdds(@Nullable Candidate candidate) {
    double p = candidate == null ? 0 : Math.min(candidate.score(), 1 - 1e-6);
    return Math.log(p / (1 - p) + Math.exp(NO_SIGN));
  }

  private static Map<Conversation.Key, Candidate> byEntry(List<Candidate> candidates) {
    Map<Conversation.Key, Candidate> map = new HashMap<>();
    candidates.forEach(candidate -> map.put(key(candidate), candidate));
    return map;
  }

  private static Conversation.Key key(Candidate candidate) {
    return Conversation.Key.of(candidate.source(), candidate.entry());
  }
}
