package org.deskbert.ui.kit;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.deskbert.app.Chats;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Doctor;
import org.deskbert.app.Doctor.Finding;
import org.deskbert.app.Encryption;
import org.deskbert.app.FaqSummary;
import org.deskbert.app.ImportMode;
import org.deskbert.app.ImportReport;
import org.deskbert.app.Incoming;
import org.deskbert.app.MachinePolicy.Setting;
import org.deskbert.app.Measured;
import org.deskbert.app.Measurements.Cell;
import org.deskbert.app.Measurements.Known;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.OwnerDesk;
import org.deskbert.app.OwnerLock;
import org.deskbert.app.Settings;
import org.deskbert.app.Status;
import org.deskbert.app.SupportArchive;
import org.deskbert.app.Usage;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Turn;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.ImportChoices;
import org.deskbert.encoder.Provider;
import org.deskbert.eval.OwnQuestion;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Intents;
import org.deskbert.faq.Library;
import org.deskbert.faq.Synonyms;
import org.deskbert.faq.TableImport;
import org.deskbert.trace.LatencyStats;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/** The door to the real program. */
final class ProgramDesk implements Desk {
  private final DeskBert program;
  private final OwnerLock lock;

  ProgramDesk(DeskBert program) {
    this.program = program;
    lock = new OwnerLock(program.folder().ownerLock(), InstantSource.system());
  }

  @Override
  public Status status() {
    return program.status();
  }

  @Override
  public void onStatus(Consumer<Status> listener) {
    program.onStatus(listener);
  }

  @Override
  public Turn say(Conversation conversation, String message) {
    return program.say(conversation, message);
  }

  @Override
  public Turn choose(Conversation conversation, Reply.Suggestion suggestion) {
    return program.choose(conversation, suggestion);
  }

  @Override
  public List<Reply.Suggestion> suggest(String text) {
    return program.ask(text).explanation().likely(SUGGESTIONS);
  }

  @Override
  public LatencyStats latency() {
    return program.latency();
  }

  @Override
  public Chats chats() {
    return program.chats();
  }

  @Override
  public OwnerDesk owner() {
    return program.ownerDesk();
  }

  @Override
  public Settings settings() {
    return program.settings();
  }

  @Override
  public boolean isLocked(Setting setting) {
    return program.policy().isLocked(setting);
  }

  @Override
  public OwnerLock lock() {
    return lock;
  }

  @Override
  public void change(Settings settings) {
    program.change(settings);
  }

  @Override
  public List<Finding> examine() {
    return new Doctor(program::folder).examine();
  }

  @Override
  public SupportArchive supportArchive(List<Finding> findings) {
    return SupportArchive.gather(program.folder(), findings);
  }

  @Override
  public List<FaqSummary> faqs() throws FaqException {
    return program.faqs();
  }

  @Override
  public void useFaqs(Collection<String> names) throws FaqException {
    lock.checkOpen();
    program.useFaqs(names);
  }

  @Override
  public Faq faq(String name) throws FaqException {
    return program.library().load(name);
  }

  @Override
  public Synonyms changeSynonyms(String faq, Library.SynonymChange change) throws FaqException {
    lock.checkOpen();
    return program.library().changeSynonyms(faq, change);
  }

  @Override
  public Intents changeIntents(String faq, Library.IntentChange change) throws FaqException {
    lock.checkOpen();
    return program.library().changeIntents(faq, change);
  }

  @Override
  public ImportReport importFile(
      Path file, String name, ImportMode mode, boolean skipBad, Progress progress)
      throws FaqException {
    lock.checkOpen();
    return program.imports().file(file, name, mode, skipBad, progress);
  }

  @Override
  public Incoming incoming(Path file, @Nullable String name, boolean skipBad) throws FaqException {
    return program.imports().incoming(file, name, skipBad);
  }

  @Override
  public Optional<TableImport> table(Path file, Progress progress) throws FaqException {
    return program.imports().table(file, progress);
  }

  @Override
  public Optional<TableImport> rows(Path file) throws FaqException {
    return program.imports().rows(file);
  }

  @Override
  public Optional<TableImport> table(String pasted) throws FaqException {
    return program.imports().table(pasted);
  }

  @Override
  public ImportReport importTable(TableImport table, String name, ImportMode mode, boolean skipBad)
      throws FaqException {
    lock.checkOpen();
    return program.imports().table(table, name, mode, skipBad);
  }

  @Override
  public List<OwnQuestion> ownQuestions(String faq, Progress progress) throws FaqException {
    return program.ownerDesk().askOwn(faq, progress);
  }

  @Override
  public Incoming incoming(TableImport table, String name, boolean skipBad) throws FaqException {
    return program.imports().incoming(table, name, skipBad);
  }

  @Override
  public String pack(String name, Path file) throws FaqException {
    try {
      return program.packs().pack(name, file, false, (_, _, _) -> true).signer();
    } catch (BundleException e) {
      throw new FaqException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Usage usage(int days) throws FaqException {
    lock.checkOpen();
    return program.ownerDesk().usage(days);
  }

  @Override
  public List<ModelInfo> models() {
    return program.models().list();
  }

  @Override
  public List<Provider> providers() throws BundleException {
    return Provider.all();
  }

  @Override
  public Map<String, Known> measured(List<ModelInfo> models) throws FaqException {
    return program.models().measurements().known(models);
  }

  @Override
  public Measured measure(ModelInfo model, Progress progress) throws BundleException, FaqException {
    return program.models().measurements().measure(model, progress);
  }

  @Override
  public List<Cell> grid(List<ModelInfo> models, Progress progress) throws BundleException {
    return program.models().measurements().grid(models, progress);
  }

  @Override
  public ModelInfo addModel(Path folder) throws BundleException {
    return program.models().add(folder, ImportChoices.NONE);
  }

  @Override
  public void removeModel(String name) throws BundleException {
    program.models().remove(name);
  }

  @Override
  public Encryption encryption() {
    return program.encryption();
  }

  @Override
  public Path dataFolder() {
    return program.folder().path();
  }
}
