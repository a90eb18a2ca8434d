package org.deskbert.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.deskbert.app.Chats;
import org.deskbert.app.Doctor.Finding;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.OwnerLock;
import org.deskbert.app.Settings;
import org.deskbert.app.Status;
import org.deskbert.app.SupportArchive;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Handover;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Intents;
import org.deskbert.faq.Library;
import org.deskbert.faq.Synonyms;
import org.deskbert.trace.LatencyStats;
import org.deskbert.trace.Timings;
import org.deskbert.ui.kit.Desk;
import org.jspecify.annotations.Nullable;

/** A program for tests of the window: answers what it was taught, keeps what it was told. */
public class FakeDesk extends FakeTables implements Desk {
  private final LatencyStats latency = new LatencyStats();
  private final Map<String, Reply> replies = new LinkedHashMap<>();
  public final List<FaqSummary> faqs = new ArrayList<>();
  public final List<String> asked = new ArrayList<>();
  public List<ModelInfo> models = new ArrayList<>();
  public @Nullable OwnerDesk owner;
  public Settings settings = Settings.defaults().withLanguage("en");
  private final Chats chats = Chats.inMemory(() -> settings.keeping(), () -> List.of("it"));
  public OwnerLock lock =
      new OwnerLock(Path.of("target", "lock-" + UUID.randomUUID()), InstantSource.system());
  public Status status =
      new Status(Status.Phase.READY, Status.Reason.NONE, "", -1, "deskbert-small", "it");
  private Consumer<Status> listener = _ -> {};

  public FakeDesk() {
    faqs.add(
        new FaqSummary(
            "it",
            true,
            120,
            640,
            List.of(VPN.question(), PRINTER.question(), PASSWORD.question()),
            List.of(
                new FaqSummary.Topic("Network", List.of(VPN.question())),
                new FaqSummary.Topic("Printing", List.of(PRINTER.question())),
                new FaqSummary.Topic("Accounts", List.of(PASSWORD.question())))));
    faqs.add(
        new FaqSummary(
            "hr", false, 80, 410, List.of("How many days of leave do I have?"), List.of()));
    models.add(
        new ModelInfo(
            "deskbert-small",
            "A stand-in for tests.",
            Path.of("models/deskbert-small"),
            "Apache-2.0",
            List.of("en"),
            19_400_000,
            "4f1c9a2b77d05e61",
            true,
            true,
            ""));
    teach("my vpn drops at home", answered(VPN));
    teach("my vpn keeps dropping when I work from home", answered(VPN));
    teach(
        "something with a printer password",
        new Reply.DidYouMean(
            List.of(new Reply.Suggestion(PRINTER, "it"), new Reply.Suggestion(PASSWORD, "it")),
            explanation("something with a printer password", 0.41, PRINTER, PASSWORD),
            timings()));
  }

  public void teach(String question, Reply reply) {
    replies.put(question, reply);
  }

  public void tell(Status next) {
    status = next;
    listener.accept(next);
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public void onStatus(Consumer<Status> follower) {
    listener = follower;
  }

  @Override
  public Turn say(Conversation conversation, String message) {
    Reply reply = ask(message);
    Handover handover = message.contains("!!") ? Handover.of(conversation, "Ring 4444.") : null;
    return new Turn(about(reply), reply, Turn.As.ALONE, "", handover);
  }

  @Override
  public Turn choose(Conversation conversation, Reply.Suggestion suggestion) {
    Reply reply =
        new Reply.Answered(
            suggestion.entry(), "it", explanation("chosen", 0, suggestion.entry()), Timings.NONE);
    return new Turn(about(reply), reply, Turn.As.CHOICE, "", null);
  }

  private static Conversation about(Reply reply) {
    if (!(reply instanceof Reply.Answered) && reply.offered().isEmpty()) {
      return Conversation.EMPTY;
    }
    Reply.Suggestion entry =
        reply instanceof Reply.Answered answered
            ? new Reply.Suggestion(answered.entry(), answered.source())
            : null;
    String name = entry == null ? reply.explanation().question() : entry.entry().question();
    Conversation.Topic topic =
        new Conversation.Topic(name, entry, reply.offered(), reply.explanation());
    return new Conversation(topic, Set.of(), List.of(), 0);
  }

  /** The reply to a question as it was taught. */
  protected Reply ask(String question) {
    asked.add(question);
    return replies.getOrDefault(
        question,
        new Reply.Unknown(
            "Nothing in this FAQ answers that. Ask the help desk, extension 4444.",
            explanation(question, 0.02),
            timings()));
  }

  @Override
  public List<Reply.Suggestion> suggest(String text) {
    return text.contains("vpn")
        ? List.of(new Reply.Suggestion(VPN, "it"), new Reply.Suggestion(PASSWORD, "it"))
        : List.of();
  }

  @Override
  public LatencyStats latency() {
    return latency;
  }

  @Override
  public Chats chats() {
    return chats;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public boolean isLocked(Setting setting) {
    return false;
  }

  @Override
  public OwnerLock lock() {
    return lock;
  }

  @Override
  public void change(Settings next) {
    settings = next;
  }

  @Override
  public List<Finding> examine() {
    return List.of(
        new Finding("processor", true, "2 cores, avx2"),
        new Finding("network", false, "open: tcp"));
  }

  @Override
  public SupportArchive supportArchive(List<Finding> findings) {
    return new SupportArchive(Map.of("findings.json", findings.toString()));
  }

  @Override
  public List<FaqSummary> faqs() {
    return List.copyOf(faqs);
  }

  @Override
  public void useFaqs(Collection<String> names) {
    faqs.replaceAll(faq ->
        new FaqSummary(
            faq.name(),
            names.contains(faq.name()),
            faq.entries(),
            faq.phrasings(),
            faq.samples(),
            faq.topics()));
  }

  @Override
  public Faq faq(String name) {
    return words;
  }

  @Override
  public Synonyms changeSynonyms(String faq, Library.SynonymChange change) throws FaqException {
    words = words.with(change.apply(words.synonyms()));
    return words.synonyms();
  }

  @Override
  public Intents changeIntents(String faq, Library.IntentChange change) throws FaqException {
    words = words.with(change.apply(words.intents()));
    return words.intents();
  }

  @Override
  protected void add(String name, int entries) {
    faqs.add(new FaqSummary(name, true, entries, 40, List.of(), List.of()));
  }

  @Override
  public OwnerDesk owner() {
    OwnerDesk real = owner;
    if (real == null) {
      throw new IllegalStateException("the stand-in has no owner");
    }
    return real;
  }

  @Override
  public String pack(String name, Path file) {
    imports.add(name + " to " + file);
    return "12345 67890";
  }

  @Override
  public List<ModelInfo> models() {
    return models;
  }

  @Override
  public ModelInfo addModel(Path folder) throws BundleException {
    throw new BundleException(folder + " has no bundle.json. Choose the folder of a model bundle.");
  }

  @Override
  public void removeModel(String name) {
    models.removeIf(model -> model.name().equals(name));
  }
}
