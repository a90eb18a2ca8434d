package org.deskbert.encoder;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The graph of somebody else's model, opened to find out what it takes and gives. */
final class Graph implements AutoCloseable {
  private static final String EXPORT_AGAIN = "save the sentence encoder as ONNX again";
  private static final String SENTENCE = "sentence_embedding";

  /** Names that exporters give to the states of the tokens. */
  private static final List<String> STATES = List.of("last_hidden_state", "token_embeddings");

  private final Path file;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private Graph(Path file, OrtEnvironment environment, OrtSession session) {
    this.file = file;
    this.environment = environment;
    this.session = session;
  }

  /**
   * What a graph gives for a text.
   *
   * @param name the output's name
   * @param states true for a state for each token, shape (1, tokens, dimension); false for one
   *     vector, shape (1, dimension)
   */
  record Output(String name, boolean states, int dimension) {}

  /**
   * Loads a graph.
   *
   * @throws BundleException if ONNX Runtime refuses it, or its inputs are not those of BERT
   */
  static Graph open(Path file) throws BundleException {
    OrtEnvironment environment = OnnxEncoder.environment();
    OrtSession session;
    try {
      session = OnnxEncoder.session(environment, file);
    } catch (OrtException e) {
      throw new BundleException(
          "%s can't be loaded by ONNX Runtime %s: copy it again, or save it as one file without parts outside it and without custom operators."
              .formatted(file, environment.getVersion()),
          e);
    }
    Graph graph = new Graph(file, environment, session);
    try {
      graph.checkInputs();
      return graph;
    } catch (BundleException | RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  private void checkInputs() throws BundleException {
    Map<String, NodeInfo> inputs = info(session::getInputInfo);
    if (!inputs.containsKey(Workspace.IDS)) {
      throw unfit("has no input \"%s\"".formatted(Workspace.IDS));
    }
    for (Map.Entry<String, NodeInfo> input : inputs.entrySet()) {
      String name = input.getKey();
      if (!Workspace.INPUTS.contains(name)) {
        throw unfit("wants the input \"%s\", which a BERT doesn't have".formatted(name));
      }
      if (!(input.getValue().getInfo() instanceof TensorInfo tensor)
          || tensor.type != OnnxJavaType.INT64
          || tensor.getShape().length != 2) {
        throw unfit("wants \"%s\" not as 64-bit numbers of (texts, tokens)".formatted(name));
      }
      long texts = tensor.getShape()[0];
      long tokens = tensor.getShape()[1];
      if (tokens >= 0 || texts > 1) {
        throw unfit(
            "takes only %s, not one text of any length"
                .formatted(tokens >= 0 ? "texts of " + tokens + " tokens" : texts + " texts"));
      }
    }
  }

  /**
   * Finds the output that stands for the text, and runs the graph once to see its shape.
   *
   * @param ids tokens of a text, at least two
   */
  Output output(int[] ids) throws BundleException {
    String name = outputName();
    long[] shape;
    Map<String, OnnxTensor> feed = new HashMap<>();
    try (OrtSession.Result result = session.run(feed(feed, ids), Set.of(name))) {
      if (!(result.get(0) instanceof OnnxTensor tensor)) {
        throw unfit("gives no numbers as \"%s\"".formatted(name));
      }
      shape = tensor.getInfo().getShape();
    } catch (OrtException e) {
      throw new BundleException("%s fails on a first text: %s.".formatted(file, EXPORT_AGAIN), e);
    } finally {
      feed.values().forEach(OnnxTensor::close);
    }
    boolean states = shape.length == 3 && shape[1] == ids.length;
    if (shape[0] != 1 || (!states && shape.length != 2)) {
      throw unfit(
          "gives \"%s\" neither as (texts, tokens, numbers) nor as (texts, numbers)"
              .formatted(name));
    }
    return new Output(name, states, (int) shape[shape.length - 1]);
  }

  private Map<String, OnnxTensor> feed(Map<String, OnnxTensor> feed, int[] ids)
      throws OrtException {
    for (String input : session.getInputNames()) {
      long[] values = new long[ids.length];
      for (int i = 0; i < ids.length; i++) {
        values[i] = Workspace.content(input, ids[i]);
      }
      feed.put(
          input,
          OnnxTensor.createTensor(
              environment, LongBuffer.wrap(values), new long[] {1, ids.length}));
    }
    return feed;
  }

  private String outputName() throws BundleException {
    Map<String, NodeInfo> outputs = info(session::getOutputInfo);
    List<String> numbers =
        outputs.entrySet().stream()
            .filter(output ->
                output.getValue().getInfo() instanceof TensorInfo tensor
                    && tensor.type == OnnxJavaType.FLOAT)
            .map(Map.Entry::getKey)
            .toList();
    if (numbers.contains(SENTENCE)) {
      return SENTENCE;
    }
    for (String states : STATES) {
      if (numbers.contains(states)) {
        return states;
      }
    }
    throw unfit(
        "gives %s, but neither %s nor %s as 32-bit numbers"
            .formatted(String.join(", ", outputs.keySet()), SENTENCE, STATES.getFirst()));
  }

  /** The names of the inputs. */
  List<String> inputs() {
    return session.getInputNames().stream().sorted().toList();
  }

  /** Memory for runs of this graph, to be closed before it. */
  Workspace workspace(BundleInfo info) throws OrtException {
    return new Workspace(environment, session, info);
  }

  private interface Question {
    Map<String, NodeInfo> ask() throws OrtException;
  }

  private Map<String, NodeInfo> info(Question question) throws BundleException {
    try {
      return question.ask();
    } catch (OrtException e) {
      throw new BundleException("%s can't be read: %s.".formatted(file, EXPORT_AGAIN), e);
    }
  }

  private BundleException unfit(String what) {
    return new BundleException("%s %s: %s.".formatted(file, what, EXPORT_AGAIN));
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(file + " could not be closed.", e);
    }
  }
}
