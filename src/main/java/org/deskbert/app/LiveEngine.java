package org.deskbert.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deskbert.chat.Assistant;
import org.deskbert.chat.Policy;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The engine behind the window: first one of words alone, then one with the model, and a new one
 * after each change, while the one before goes on answering. One background thread makes them; a
 * newer change cuts the older work short.
 */
final class LiveEngine implements AutoCloseable {
  private static final Duration ON_BATTERY = Duration.ofMinutes(2);

  private final Faqs faqs;
  private final Models models;
  private final Engines engines;
  private final Supplier<Settings> settings;
  private final ExecutorService worker = Tasks.worker("engine");
  private final AtomicInteger generation = new AtomicInteger();
  private final ReentrantReadWriteLock answering = new ReentrantReadWriteLock();
  private final CountDownLatch first = new CountDownLatch(1);
  private final List<Consumer<Status>> listeners = new CopyOnWriteArrayList<>();
  private volatile Status status =
      new Status(Status.Phase.STARTING, Status.Reason.NONE, "", -1, "", "");
  private final Battery battery = Battery.ofMachine();
  private final IdleTimer idle =
      new IdleTimer(this::rest, this::makeRoom, Tasks::later, System::nanoTime);
  private final SmallHeap heap = SmallHeap.ofProgram(Tasks::later);
  private volatile @Nullable Engine current;
  private @Nullable Encoder encoder; // only the worker touches it

  /** The model has made room, and waits for a question. */
  private final AtomicBoolean resting = new AtomicBoolean();

  /** Words answer already, without the model; only the worker touches it. */
  private boolean wordsReady;

  LiveEngine(Faqs faqs, Models models, Engines engines, Supplier<Settings> settings) {
    this.faqs = faqs;
    this.models = models;
    this.engines = engines;
    this.settings = settings;
  }

  boolean started() {
    return generation.get() > 0;
  }

  Status status() {
    return status;
  }

  void onStatus(Consumer<Status> listener) {
    listeners.add(listener);
  }

  /** Makes a new engine in the background. */
  void refresh() {
    int mine = generation.incrementAndGet();
    worker.execute(() -> make(mine));
  }

  /** Takes over the policy of the settings; nothing is indexed or fitted again. */
  void followPolicy() {
    worker.execute(() -> {
      Engine engine = current;
      if (engine != null) {
        swap(engine);
      }
      tell(status);
    });
  }

  /** Lets the engine of this moment answer, once there is one. */
  <T> T answer(Function<Engine, T> question) {
    try {
      first.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted before the first index was ready.");
    }
    answering.readLock().lock();
    try {
      Engine engine = current;
      if (engine == null) {
        throw new IllegalStateException(status.detail());
      }
      return question.apply(engine);
    } finally {
      answering.readLock().unlock();
      asked();
    }
  }

  private void asked() {
    heap.touch();
    if (resting.compareAndSet(true, false)) {
      refresh();
    } else if (status.phase() == Status.Phase.READY) {
      idle.touch();
    }
  }

  /** Without a question for so long the model makes room; zero for never. */
  private Duration rest() {
    Settings.Saving saving = settings.get().saving();
    return saving.onBattery() && battery.isUsed()
        ? ON_BATTERY
        : Duration.ofMinutes(saving.restMinutes());
  }

  /** Lets words answer and the model go, until somebody asks. */
  void makeRoom() {
    worker.execute(() -> {
      if (encoder == null || status.phase() != Status.Phase.READY) {
        return;
      }
      try {
        swap(engines.quick(faqs.active(), settings.get()));
        closeEncoder();
        wordsReady = true;
        resting.set(true);
        tell(Status.words(Status.Reason.RESTING, "", status.faq()));
      } catch (FaqException e) {
        // It stays, and the next change of the library says what is wrong.
      }
    });
  }

  private void make(int mine) {
    if (mine != generation.get()) {
      return;
    }
    try {
      Settings now = settings.get();
      boolean saves = now.saving().onBattery() && battery.isUsed();
      make(mine, saves ? now.withIndexThreads(1) : now);
    } catch (CancellationException e) {
      // A newer change is next in the queue.
    } catch (FaqException | RuntimeException e) {
      tell(
          new Status(
              status.phase(),
              Status.Reason.FAILED,
              String.valueOf(e.getMessage()),
              -1,
              status.model(),
              status.faq()));
    } finally {
      first.countDown();
    }
  }

  private void make(int mine, Settings chosen) throws FaqException {
    List<Faq> active = faqs.active();
    String label = Engine.label(active.stream().map(Faq::name).toList());
    boolean modelReady = encoder != null && current != null;
    if ((!modelReady && !wordsReady) || chosen.wordsOnly()) {
      swap(engines.quick(active, chosen));
      first.countDown();
    }
    wordsReady = false;
    if (chosen.wordsOnly()) {
      swap(engines.make(active, null, false, chosen, progress(mine, "", label)));
      closeEncoder();
      tell(Status.words(Status.Reason.SWITCHED_OFF, "", label));
      return;
    }
    if (!modelReady) {
      tell(Status.words(Status.Reason.LOADING, "", label));
    }
    withModel(mine, chosen, active, label);
  }

  private void withModel(int mine, Settings chosen, List<Faq> active, String label)
      throws FaqException {
    Encoder before = encoder;
    Encoder next;
    boolean same;
    try {
      Bundle bundle = models.bundle(chosen.model());
      same = before != null && before.hash().equals(bundle.hash());
      next = before != null && same ? before : OnnxEncoder.load(bundle);
    } catch (BundleException e) {
      if (before != null) {
        swap(engines.make(active, null, false, chosen, Progress.NONE));
        closeEncoder();
      }
      tell(Status.words(Status.Reason.NO_MODEL, String.valueOf(e.getMessage()), label));
      return;
    }
    Engine now = current;
    // an edit is live at once; how sure to be of the edited FAQ is fitted after it
    Assistant edited = same && now != null ? now.assistant() : null;
    Engine ready;
    try {
      Progress progress = progress(mine, next.name(), label);
      ready = engines.make(active, next, false, chosen, progress, edited, this::swap);
      swap(ready);
    } catch (FaqException | RuntimeException e) {
      if (!same) {
        next.close();
      }
      throw e;
    }
    encoder = next;
    if (before != null && !same) {
      before.close();
    }
    tell(ready(ready, next.name(), label));
    idle.touch();
    ready.prepare();
    heap.touch();
  }

  private static Status ready(Engine engine, String model, String label) {
    List<String> foreign = engine.foreign().keySet().stream().sorted().toList();
    return new Status(
        engine.assistant().index().model() == null ? Status.Phase.WORDS : Status.Phase.READY,
        foreign.isEmpty() ? Status.Reason.NONE : Status.Reason.LANGUAGE,
        foreign.isEmpty() ? "" : Engine.label(foreign),
        -1,
        model,
        label);
  }

  private Progress progress(int mine, String model, String label) {
    return (phase, done, total) -> {
      if (done < total && total > 0) {
        Status.Reason reason = model.isEmpty() ? Status.Reason.NONE : Status.Reason.READING;
        Status.Phase now = current == null ? Status.Phase.STARTING : status.phase();
        tell(new Status(now, reason, "", (double) done / total, status.model(), label));
      }
      return mine == generation.get();
    };
  }

  private void swap(Engine next) {
    Engine spoken = next.with(policy());
    // Waits for the answers under way: the old encoder may be closed after it.
    answering.writeLock().lock();
    try {
      current = spoken;
    } finally {
      answering.writeLock().unlock();
    }
  }

  /** What the owner decides, said in the language of the window. */
  private Policy policy() {
    Settings now = settings.get();
    Policy english = Engines.policy(now);
    return new Policy(english.wrongPercent(), english.contact(), Program.phrases(now.language()));
  }

  private void closeEncoder() {
    Encoder open = encoder;
    encoder = null;
    if (open != null) {
      open.close();
    }
  }

  private void tell(Status next) {
    status = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  @Override
  public void close() {
    generation.incrementAndGet();
    worker.execute(this::closeEncoder);
    worker.shutdown();
  }
}
