package org.deskbert.app;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.encoder.Spelling;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Trace;

/**
 * A verified bundle's encoder that loads beside other work. What its description says is known at
 * once, the first text waits for the rest.
 */
final class LoadingEncoder implements Encoder {
  private final Bundle bundle;
  private final FutureTask<OnnxEncoder> loading;

  /** Starts to load. */
  LoadingEncoder(Bundle bundle) {
    this.bundle = bundle;
    this.loading = new FutureTask<>(() -> OnnxEncoder.load(bundle));
    Thread thread = new Thread(loading, "load model");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until texts can be encoded.
   *
   * @throws BundleException if the bundle can't be loaded; closed then
   */
  void await() throws BundleException {
    try {
      loading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BundleException bad) {
        throw bad;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the model loads.", e);
    }
  }

  private OnnxEncoder loaded() {
    try {
      await();
      return loading.resultNow();
    } catch (BundleException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public String hash() {
    return bundle.hash();
  }

  @Override
  public String name() {
    return bundle.name();
  }

  @Override
  public int dimension() {
    return bundle.info().dimension();
  }

  @Override
  public List<String> languages() {
    return bundle.info().languages();
  }

  @Override
  public Spelling spelling() {
    return loaded().spelling();
  }

  @Override
  public Encoding encode(String text, Trace trace) {
    return loaded().encode(text, trace);
  }

  @Override
  public List<Encoding> encodeAll(List<String> texts, int threads, Progress progress) {
    return loaded().encodeAll(texts, threads, progress);
  }

  @Override
  public void close() {
    try {
      await();
      loading.resultNow().close();
    } catch (BundleException e) {
      // Nothing was loaded, so nothing is left to close.
    }
  }
}
