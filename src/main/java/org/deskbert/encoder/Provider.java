package org.deskbert.encoder;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Where ONNX Runtime could compute a model on this machine: an execution provider.
 *
 * @param name as its makers call it
 * @param state whether it computes, and if not, why
 * @param needs the system or the hardware that it is for
 */
public record Provider(String name, State state, String needs) {
  /** Whether a provider computes. */
  public enum State {
    /** It computes. */
    USED,
    /** The runtime has it; it is not used, so that the same question has the same answer. */
    OFFERED,
    /** It is for another operating system. */
    OTHER_SYSTEM,
    /** The runtime that the program ships was built without it. */
    OTHER_BUILD
  }

  /** One that people ask about. */
  private record Known(OrtProvider provider, String name, String needs, String system) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known(OrtProvider.CPU, "CPU", "", ""),
          new Known(OrtProvider.XNNPACK, "XNNPACK", "ARM", ""),
          new Known(OrtProvider.CUDA, "CUDA", "NVIDIA", ""),
          new Known(OrtProvider.TENSOR_RT, "TensorRT", "NVIDIA", ""),
          new Known(OrtProvider.OPEN_VINO, "OpenVINO", "Intel", ""),
          new Known(OrtProvider.MI_GRAPH_X, "MIGraphX", "AMD", ""),
          new Known(OrtProvider.DIRECT_ML, "DirectML", "Windows", "win"),
          new Known(OrtProvider.CORE_ML, "Core ML", "macOS", "mac"),
          new Known(OrtProvider.QNN, "QNN", "Qualcomm", ""));

  /**
   * Those that people ask about, the one that computes first.
   *
   * @throws BundleException if the native library can't be loaded
   */
  public static List<Provider> all() throws BundleException {
    OnnxEncoder.environment();
    return all(
        OrtEnvironment.getAvailableProviders(),
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
  }

  /** The same for a runtime that offers these, on that system. */
  static List<Provider> all(EnumSet<OrtProvider> offered, String system) {
    return KNOWN.stream()
        .map(known -> new Provider(known.name(), state(known, offered, system), known.needs()))
        .toList();
  }

  private static State state(Known known, EnumSet<OrtProvider> offered, String system) {
    if (known.provider() == OrtProvider.CPU) {
      return State.USED;
    }
    if (offered.contains(known.provider())) {
      return State.OFFERED;
    }
    return system.contains(known.system()) ? State.OTHER_BUILD : State.OTHER_SYSTEM;
  }
}
