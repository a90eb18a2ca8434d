package org.deskbert.ui.faq;

import static org.deskbert.ui.kit.Texts.text;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.Tasks;
import org.deskbert.chat.Reply;
import org.deskbert.ui.kit.Percent;

/** A question that the owner tries, answered with each letter and after each change. */
public final class TrialModel {
  private final Supplier<OwnerDesk> desk;
  private final Tasks answers;
  private final StringProperty question = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper reply = new ReadOnlyStringWrapper("");

  /**
   * Creates it without a question.
   *
   * @param answers where questions are answered
   */
  public TrialModel(Supplier<OwnerDesk> desk, Tasks answers) {
    this.desk = desk;
    this.answers = answers;
    question.addListener(_ -> ask());
  }

  /** The question, empty for none. */
  public StringProperty questionProperty() {
    return question;
  }

  /** What it gets, in words. */
  public ReadOnlyStringProperty replyProperty() {
    return reply.getReadOnlyProperty();
  }

  /** Answers the question again. */
  public void ask() {
    String asked = question.get();
    if (asked.isBlank()) {
      reply.set("");
      return;
    }
    answers.run(
        () -> desk.get().ask(asked),
        said -> {
          if (asked.equals(question.get())) {
            reply.set(words(said));
          }
        },
        failure -> reply.set(String.valueOf(failure.getMessage())));
  }

  private static String words(Reply reply) {
    return switch (reply) {
      case Reply.Answered answered ->
          text(
              "desk.test-answered",
              answered.entry().question(),
              Percent.of(answered.explanation().confidence()));
      case Reply.DidYouMean asked ->
          text(
              "desk.test-asked",
              String.join(
                  " · ", asked.suggestions().stream().map(s -> s.entry().question()).toList()));
      case Reply.SmallTalk talk -> text("desk.test-talk", talk.text());
      case Reply.HandOff hand -> text("desk.test-talk", hand.text());
      case Reply.Unknown _ -> text("desk.test-unknown");
    };
  }
}
