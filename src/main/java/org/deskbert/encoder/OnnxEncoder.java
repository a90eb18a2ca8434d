package org.deskbert.encoder;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.deskbert.trace.Progress;
import org.deskbert.trace.Stage;
import org.deskbert.trace.Trace;

/**
 * An encoder that runs a bundle's graph in ONNX Runtime. Each text is a run of its own at its exact
 * length, on the thread that asks for it: nothing is padded and no scale is shared, so a vector
 * does not depend on what else is encoded, nor on the number of threads.
 */
public final class OnnxEncoder implements Encoder {
  private final Bundle bundle;
  private final WordPiece wordPiece;
  private final Spelling spelling;
  private final OrtEnvironment environment;
  private final OrtSession session;

  /** Buffers that no run holds at the moment; there are as many as there ever were runs at once. */
  private final ConcurrentLinkedQueue<Workspace> idle = new ConcurrentLinkedQueue<>();

  /** Runs share it, closing takes it alone: a session must not vanish under a run. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  private OnnxEncoder(
      Bundle bundle,
      WordPiece wordPiece,
      Spelling spelling,
      OrtEnvironment environment,
      OrtSession session) {
    this.bundle = bundle;
    this.wordPiece = wordPiece;
    this.spelling = spelling;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Loads a bundle and encodes one word with it as a trial.
   *
   * @throws BundleException if ONNX Runtime refuses the graph, or it doesn't give one unit vector
   *     of the length that the bundle promises
   */
  public static OnnxEncoder load(Bundle bundle) throws BundleException {
    Vocabulary vocabulary = Vocabulary.read(bundle.vocabulary());
    int rows = bundle.info().architecture().vocabulary();
    if (rows > 0 && vocabulary.size() > rows) {
      throw new BundleException(
          "%s has %d tokens, the model only %d: take the vocab.txt that belongs to the model."
              .formatted(bundle.vocabulary(), vocabulary.size(), rows));
    }
    WordPiece wordPiece = new WordPiece(vocabulary, bundle.info().lowercase());
    OrtEnvironment environment = environment();
    OrtSession session;
    try {
      session = session(environment, bundle.model());
    } catch (OrtException e) {
      throw new BundleException(
          "%s can't be loaded, it is no graph that ONNX Runtime %s understands: make the bundle again with export.py."
              .formatted(bundle.model(), environment.getVersion()),
          e);
    }
    OnnxEncoder encoder =
        new OnnxEncoder(bundle, wordPiece, vocabulary.spelling(), environment, session);
    try {
      encoder.checkShape();
      encoder.tryOut();
      return encoder;
    } catch (BundleException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /** Version of the ONNX Runtime that is loaded. */
  public static String runtimeVersion() throws BundleException {
    return environment().getVersion();
  }

  static OrtEnvironment environment() throws BundleException {
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    } catch (LinkageError e) {
      throw new BundleException(
          "The native library of ONNX Runtime can't be loaded on this machine: install DeskBERT"
              + " again, or switch the model off and let words alone find the answers.",
          e);
    }
  }

  /** Loads a graph as it is run: alone on the thread that asks, the same bits each time. */
  static OrtSession session(OrtEnvironment environment, Path graph) throws OrtException {
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // One thread per text: texts side by side use the cores better than parts of a short text.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      options.setDeterministicCompute(true);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return environment.createSession(graph.toString(), options);
    }
  }

  private void checkShape() throws BundleException {
    try {
      for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
        if (!Workspace.INPUTS.contains(input.getKey())
            || !(input.getValue().getInfo() instanceof TensorInfo tensor)
            || tensor.type != OnnxJavaType.INT64
            || tensor.getShape().length != 2) {
          throw wrong("wants the input \"%s\", which is unknown".formatted(input.getKey()));
        }
      }
      NodeInfo output = session.getOutputInfo().get(bundle.info().output());
      if (output == null) {
        throw wrong("has no output \"%s\"".formatted(bundle.info().output()));
      }
      if (!(output.getInfo() instanceof TensorInfo tensor)
          || tensor.type != OnnxJavaType.FLOAT
          || tensor.getShape().length != (bundle.info().tokenOutput() ? 3 : 2)
          || !isDimension(tensor.getShape()[tensor.getShape().length - 1])) {
        throw wrong("does not give one vector of %d numbers a text".formatted(dimension()));
      }
    } catch (OrtException e) {
      throw new BundleException(
          "%s can't be read: make the bundle again with export.py.".formatted(bundle.model()), e);
    }
  }

  private boolean isDimension(long size) {
    return size == -1 || size == dimension();
  }

  private void tryOut() throws BundleException {
    double square = 0;
    try {
      for (float x : encode("hello", new Trace()).vector()) {
        square += (double) x * x;
      }
    } catch (IllegalStateException e) {
      throw new BundleException(
          "%s fails on a first text: make the bundle again with export.py."
              .formatted(bundle.model()),
          e);
    }
    // Written so that NaN fails, too.
    if (!(Math.abs(square - 1) < 1e-3)) {
      throw wrong("does not give vectors of length 1");
    }
  }

  private BundleException wrong(String what) {
    return new BundleException(
        "%s %s: make the bundle again with export.py.".formatted(bundle.model(), what));
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
    return spelling;
  }

  @Override
  public Encoding encode(String text, Trace trace) {
    WordPiece.Tokens tokens = trace.time(Stage.TOKENIZE, () -> tokens(text));
    return trace.time(Stage.ENCODE, () -> run(tokens));
  }

  @Override
  public List<Encoding> encodeAll(List<String> texts, int threads, Progress progress) {
    WordPiece.Tokens[] tokens = texts.stream().map(this::tokens).toArray(WordPiece.Tokens[]::new);
    // The longest first, so that no thread is left with a long one at the end.
    int[] order =
        IntStream.range(0, tokens.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> -tokens[i].ids().length))
            .mapToInt(Integer::intValue)
            .toArray();
    Encoding[] encodings = new Encoding[tokens.length];
    new Batch(order, i -> encodings[i] = run(tokens[i]), progress).run(threads);
    return List.of(encodings);
  }

  private WordPiece.Tokens tokens(String text) {
    return wordPiece.tokens(bundle.info().prefix() + text, bundle.info().maxTokens());
  }

  private Encoding run(WordPiece.Tokens tokens) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The model " + name() + " is closed.");
      }
      Workspace workspace = idle.poll();
      if (workspace == null) {
        workspace = new Workspace(environment, session, bundle.info());
      }
      float[] vector = workspace.run(tokens.ids());
      idle.add(workspace);
      return new Encoding(vector, tokens.ids().length, tokens.cut());
    } catch (OrtException e) {
      throw new IllegalStateException(
          "The model %s could not encode a text of %d tokens."
              .formatted(name(), tokens.ids().length),
          e);
    } finally {
      open.readLock().unlock();
    }
  }

  /** Waits for runs that are under way, then frees the session; later calls fail. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      idle.forEach(Workspace::close);
      idle.clear();
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("The model %s could not be closed.".formatted(name()), e);
    } finally {
      open.writeLock().unlock();
    }
  }
}
