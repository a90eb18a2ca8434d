package org.deskbert.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Dialogue;
import org.deskbert.chat.Policy;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Sentiment;
import org.deskbert.chat.Turn;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.faq.Faq;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to answer from some FAQs: fixed once made, so that the same question always
 * gets the same reply. Close it when no question is under way.
 */
public final class Engine implements AutoCloseable {
  private final List<Faq> faqs;
  private final @Nullable Encoder encoder;
  private final Assistant assistant;
  private final FutureTask<Sentiment> sentiment;
  private final boolean ownsEncoder;

  Engine(
      List<Faq> faqs,
      @Nullable Encoder encoder,
      Assistant assistant,
      FutureTask<Sentiment> sentiment,
      boolean ownsEncoder) {
    this.faqs = List.copyOf(faqs);
    this.encoder = encoder;
    this.assistant = assistant;
    this.sentiment = sentiment;
    this.ownsEncoder = ownsEncoder;
  }

  /** Nobody waits for it: until it has learnt, and where that failed, it hears nothing. */
  private Sentiment sentiment() {
    return sentiment.state() == Future.State.SUCCESS ? sentiment.resultNow() : Sentiment.NONE;
  }

  /** Learns to hear the mood of messages, which only conversations need; takes about a second. */
  public void prepare() {
    sentiment.run();
  }

  /** Answers one question. Any thread. */
  public Reply ask(String question) {
    return assistant.reply(question);
  }

  /** Answers one message of a conversation. Any thread. */
  public Turn say(Conversation conversation, String message) {
    return new Dialogue(assistant, sentiment()).say(conversation, message);
  }

  /** Shows a suggestion that the asker has chosen. */
  public Turn choose(Conversation conversation, Reply.Suggestion suggestion) {
    return new Dialogue(assistant, sentiment()).choose(conversation, suggestion);
  }

  /** Unit vectors of questions, which are not kept; empty without a model. */
  List<float[]> vectors(List<String> questions) {
    if (encoder == null || assistant.index().model() == null) {
      return List.of();
    }
    List<String> texts = questions.stream().map(assistant.index()::rewrite).toList();
    return encoder.encodeAll(texts, 1, Progress.NONE).stream().map(Encoding::vector).toList();
  }

  /** The same engine under another policy; index and encoder are shared. */
  Engine with(Policy policy) {
    return new Engine(faqs, encoder, assistant.with(policy), sentiment, ownsEncoder);
  }

  /** What answers the questions. */
  public Assistant assistant() {
    return assistant;
  }

  /** Whether no entry with this id answers, but only because its day has passed. */
  public boolean expired(String id) {
    return faqs.stream().flatMap(faq -> faq.entries().stream()).anyMatch(e -> e.id().equals(id))
        && assistant.index().phrasings().stream().noneMatch(p -> p.entry().id().equals(id));
  }

  /** The FAQs whose language the model does not know, so that words alone answer: code by name. */
  public Map<String, String> foreign() {
    return assistant.index().foreign();
  }

  /** Name and content hash of the model, for people. */
  public String model() {
    return encoder == null ? "none, words only" : encoder.name() + " (" + encoder.hash() + ")";
  }

  /** The names of the FAQs in words, for example {@code it and hr}. */
  public String label() {
    return label(faqs.stream().map(Faq::name).toList());
  }

  static String label(List<String> names) {
    if (names.size() < 2) {
      return names.isEmpty() ? "no FAQ" : names.getFirst();
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  @Override
  public void close() {
    if (ownsEncoder && encoder != null) {
      encoder.close();
    }
  }
}
