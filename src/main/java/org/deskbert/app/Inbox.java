package org.deskbert.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deskbert.chat.Reply;
import org.deskbert.chat.history.LoggedQuestion;
import org.deskbert.chat.history.LoggedQuestion.Need;
import org.deskbert.eval.Grouping;
import org.deskbert.faq.Normalizer;

/**
 * Questions that need the FAQ's owner, grouped by meaning.
 *
 * @param groups the newest and most frequent first
 * @param asked how many questions were asked in the last weeks
 * @param homeless how many of them found no answer, or none that helped
 */
public record Inbox(List<Group> groups, int asked, int homeless) {
  /** How far the share of questions without a home looks back. */
  static final Duration LOOKS_BACK = Duration.ofDays(28);

  private static final Duration WEEK = Duration.ofDays(7);

  /** A group's weight halves with each week that its questions are old. */
  private static final double HALF_LIFE_DAYS = 7;

  private static final int SUGGESTIONS = 3;

  /** More groups are not worth grouping: the newest questions come first. */
  private static final int MOST_QUESTIONS = 2_000;

  /**
   * Questions that mean the same.
   *
   * @param questions the newest first
   * @param suggestions entries that may be meant, best first
   * @param growing whether more of them came in the last week than in the one before
   */
  public record Group(
      List<LoggedQuestion> questions, List<Reply.Scored> suggestions, boolean growing) {
    /** The newest question, as it was asked. */
    public String question() {
      return questions.getFirst().question();
    }

    /** Why the group needs the owner, as its newest question does. */
    public Need need() {
      return questions.getFirst().need();
    }

    /** The ids of its questions in the log. */
    public List<String> ids() {
      return questions.stream().map(LoggedQuestion::id).toList();
    }
  }

  /** From 0 to 1: questions of the last weeks without a home. */
  public double share() {
    return asked == 0 ? 0 : homeless / (double) asked;
  }

  /** What an inbox needs of an engine. */
  interface Reader {
    /** Unit vectors of texts, empty without a model. */
    List<float[]> vectors(List<String> texts);

    /** A reply as of now. */
    Reply ask(String question);
  }

  /**
   * Groups the questions.
   *
   * @param open what waits for the owner, newest first
   * @param recent everything that was asked in the last weeks
   */
  static Inbox of(
      List<LoggedQuestion> open, List<LoggedQuestion> recent, Reader reader, Instant now) {
    Map<String, List<LoggedQuestion>> same = new LinkedHashMap<>();
    open.stream()
        .limit(MOST_QUESTIONS)
        .forEach(q ->
            same.computeIfAbsent(Normalizer.normalize(q.question()), key -> new ArrayList<>())
                .add(q));
    List<List<LoggedQuestion>> texts = List.copyOf(same.values());
    List<float[]> vectors =
        reader.vectors(texts.stream().map(group -> group.getFirst().question()).toList());
    List<List<LoggedQuestion>> groups = new ArrayList<>();
    if (vectors.isEmpty()) {
      groups.addAll(texts);
    } else {
      for (List<Integer> numbers : Grouping.of(vectors)) {
        groups.add(
            numbers.stream()
                .flatMap(number -> texts.get(number).stream())
                .sorted(Comparator.comparing(LoggedQuestion::time).reversed())
                .toList());
      }
    }
    List<Group> sorted =
        groups.stream()
            .sorted(Comparator.comparingDouble((List<LoggedQuestion> g) -> -weight(g, now)))
            .map(g -> new Group(List.copyOf(g), suggestions(g, reader), growing(g, now)))
            .toList();
    long homeless = recent.stream().filter(q -> q.need() != Need.NONE).count();
    return new Inbox(sorted, recent.size(), (int) homeless);
  }

  private static double weight(List<LoggedQuestion> group, Instant now) {
    double weight = 0;
    for (LoggedQuestion question : group) {
      double days = Duration.between(question.time(), now).toSeconds() / 86_400.0;
      weight += Math.pow(0.5, Math.max(0, days) / HALF_LIFE_DAYS);
    }
    return weight;
  }

  private static boolean growing(List<LoggedQuestion> group, Instant now) {
    Instant week = now.minus(WEEK);
    Instant before = week.minus(WEEK);
    long last = group.stream().filter(q -> q.time().isAfter(week)).count();
    long earlier =
        group.stream().filter(q -> q.time().isAfter(before) && !q.time().isAfter(week)).count();
    return last > 1 && last > earlier;
  }

  private static List<Reply.Scored> suggestions(List<LoggedQuestion> group, Reader reader) {
    return reader.ask(group.getFirst().question()).explanation().candidates().stream()
        .limit(SUGGESTIONS)
        .toList();
  }
}
