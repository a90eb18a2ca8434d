package org.deskbert.encoder;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.Arrays;

/** Tries somebody else's model out before it is taken: vocabulary, longest text, meaning. */
final class Trial {
  /** Pairs of texts that mean the same; what stands in different pairs has nothing in common. */
  private static final String[][] PAIRS = {
    {"How do I reset my password?", "I forgot my password and need a new one."},
    {"When will my parcel arrive?", "How long does it take until the parcel arrives?"},
  };

  /** Exporters round the rows of the word vectors up, to 8, 64 or 128; by this much never. */
  private static final int SPARE_ROWS = 2048;

  private final Path graph;
  private final Pieces pieces;
  private final BundleInfo info;
  private final Workspace workspace;
  private final WordPiece wordPiece;

  /**
   * What the meaning of the test sentences came to.
   *
   * @param alike mean cosine of sentences that mean the same
   * @param unlike mean cosine of sentences that have nothing in common
   */
  record Meaning(double alike, double unlike) {}

  /**
   * @param graph the file, for messages
   * @param workspace runs the graph as the program will
   */
  Trial(Path graph, Pieces pieces, BundleInfo info, Workspace workspace) throws BundleException {
    this.graph = graph;
    this.pieces = pieces;
    this.info = info;
    this.workspace = workspace;
    wordPiece = new WordPiece(new Vocabulary(pieces.tokens()), pieces.lowercase());
  }

  /**
   * Runs all checks.
   *
   * @throws BundleException with the first misfit
   */
  Meaning run() throws BundleException {
    checkVocabulary();
    checkLongest();
    float[][] vectors = new float[PAIRS.length * 2][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vector(PAIRS[i / 2][i % 2]);
    }
    if (!Arrays.equals(vectors[0], vector(PAIRS[0][0]))) {
      throw unfit("gives another vector when the same text is read again", "save it without noise");
    }
    return meaning(vectors);
  }

  private void checkVocabulary() throws BundleException {
    int size = pieces.tokens().size();
    if (!takes(size - 1)) {
      throw new BundleException(
          "%s has %d tokens, more than %s has word vectors: take the vocabulary that belongs to the model."
              .formatted(pieces.file(), size, graph));
    }
    if (takes(size - 1 + SPARE_ROWS)) {
      throw new BundleException(
          "%s has only %d tokens, but %s has word vectors for far more: take the vocabulary that belongs to the model."
              .formatted(pieces.file(), size, graph));
    }
  }

  /** Whether there is a word vector for a token: ONNX Runtime refuses to read past the last one. */
  private boolean takes(int id) {
    try {
      workspace.run(new int[] {id, id});
      return true;
    } catch (OrtException e) {
      return false;
    }
  }

  private void checkLongest() throws BundleException {
    int[] longest = new int[info.maxTokens()];
    Arrays.fill(longest, pieces.tokens().indexOf("[UNK]"));
    try {
      workspace.run(longest);
    } catch (OrtException e) {
      throw new BundleException(
          "%s can't read texts of %d tokens: give fewer with --max-tokens, such as %d."
              .formatted(graph, longest.length, SentenceSettings.USUAL_TOKENS),
          e);
    }
  }

  private float[] vector(String text) throws BundleException {
    float[] vector;
    try {
      vector = workspace.run(wordPiece.tokens(info.prefix() + text, info.maxTokens()).ids());
    } catch (OrtException e) {
      throw new BundleException(
          "%s fails on the test sentence \"%s\": save it as ONNX again.".formatted(graph, text), e);
    }
    // Written so that NaN fails, too.
    if (!(Math.abs(cosine(vector, vector) - 1) < 1e-3)) {
      throw unfit("gives no usable vector for \"" + text + "\"", "copy or save it again");
    }
    return vector;
  }

  private Meaning meaning(float[][] vectors) throws BundleException {
    double alike = 0;
    double unlike = 0;
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < i; j++) {
        double cosine = cosine(vectors[i], vectors[j]);
        if (i / 2 == j / 2) {
          alike += cosine / 2;
        } else {
          unlike += cosine / 4;
        }
      }
    }
    // A constant vector gives 1 and 1, up to rounding.
    if (!(alike > unlike + 1e-4)) {
      throw unfit(
          "finds sentences that mean the same no nearer (%.3f) than others (%.3f)"
              .formatted(alike, unlike),
          "take a sentence encoder, not a plain language model, and check vocabulary and pooling");
    }
    return new Meaning(alike, unlike);
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private BundleException unfit(String what, String remedy) {
    return new BundleException("%s %s: %s.".formatted(graph, what, remedy));
  }
}
