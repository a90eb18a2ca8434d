package org.deskbert.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deskbert.chat.Reply;
import org.deskbert.faq.TestQuestion;
import org.deskbert.search.Candidate;

/** Replays test questions and tells what has changed since the owner last agreed. */
public final class Regression {
  private Regression() {}

  /**
   * A test question that is answered otherwise than before.
   *
   * @param test the question and what came of it before
   * @param outcome what comes of it now
   * @param given id of the entry that comes first now, empty if none does
   */
  public record Difference(TestQuestion test, String outcome, String given) {
    /** Whether the entry that should answer came first before and no longer does. */
    public boolean worse() {
      return test.given().equals(test.expected()) && !given.equals(test.expected());
    }

    /** The test where the owner agrees with what comes now. */
    public TestQuestion agreed() {
      return test.agreed(outcome, given);
    }
  }

  /**
   * What came of the questions.
   *
   * @param differences the worse ones first, then in the order of the questions
   * @param fresh questions that were never agreed on, with what comes of them now
   */
  public record Result(List<Difference> differences, List<TestQuestion> fresh) {}

  /**
   * Asks all.
   *
   * @param source name of the FAQ that the questions are of: entries of others are given as {@code
   *     other/id}
   */
  public static Result replay(
      String source, List<TestQuestion> tests, Function<String, Reply> assistant) {
    List<Difference> worse = new ArrayList<>();
    List<Difference> other = new ArrayList<>();
    List<TestQuestion> fresh = new ArrayList<>();
    for (TestQuestion test : tests) {
      Reply reply = assistant.apply(test.question());
      Difference now = new Difference(test, reply.outcome(), given(source, reply));
      if (test.outcome().isEmpty()) {
        fresh.add(now.agreed());
      } else if (!test.outcome().equals(now.outcome()) || !test.given().equals(now.given())) {
        (now.worse() ? worse : other).add(now);
      }
    }
    worse.addAll(other);
    return new Result(List.copyOf(worse), List.copyOf(fresh));
  }

  private static String given(String source, Reply reply) {
    Candidate first = reply.explanation().first();
    if (first == null) {
      return "";
    }
    String id = first.entry().id();
    return first.source().equals(source) ? id : first.source() + "/" + id;
  }
}
