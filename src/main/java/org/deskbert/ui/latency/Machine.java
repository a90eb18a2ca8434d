package org.deskbert.ui.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.OnnxEncoder;

/** What the program takes of the machine at the moment. */
public final class Machine {
  private static final Path STATUS = Path.of("/proc/self/status");

  private long cpu = cpuNanos();
  private long at = System.nanoTime();

  /**
   * The figures.
   *
   * @param megabytes memory in use: resident where the system tells it, else the heap
   * @param share of one processor since the figures before, in percent
   * @param threads threads of the program
   */
  public record Figures(long megabytes, double share, int threads) {}

  /** Takes them, on any thread; the share covers the time since they were taken last. */
  public synchronized Figures take() {
    long cpuNow = cpuNanos();
    long now = System.nanoTime();
    double share = now > at ? 100.0 * (cpuNow - cpu) / (now - at) : 0;
    cpu = cpuNow;
    at = now;
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return new Figures(megabytes(), share, group.activeCount());
  }

  /** Version of the Java that runs the program. */
  static String java() {
    return Runtime.version().version().stream()
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }

  /**
   * Version of the ONNX Runtime that computes the model, empty where there is none. Only for a
   * program whose model has answered: else its library would be loaded for this alone.
   */
  static String onnxRuntime() {
    try {
      return OnnxEncoder.runtimeVersion();
    } catch (BundleException e) {
      return "";
    }
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static long megabytes() {
    try {
      for (String line : Files.exists(STATUS) ? Files.readAllLines(STATUS) : List.of("")) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1000;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // The heap is told then.
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }
}
