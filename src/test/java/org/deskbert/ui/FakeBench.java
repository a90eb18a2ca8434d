package org.deskbert.ui;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.deskbert.app.DataFolder;
import org.deskbert.app.Encryption;
import org.deskbert.app.Measured;
import org.deskbert.app.Measurements.Cell;
import org.deskbert.app.Measurements.Known;
import org.deskbert.app.ModelInfo;
import org.deskbert.app.Usage;
import org.deskbert.encoder.Provider;
import org.deskbert.trace.Progress;

/** Measures nothing, finds always the same. */
class FakeBench extends Replies {
  public final Map<String, Known> measured = new LinkedHashMap<>();

  public List<Provider> providers() {
    return List.of(
        new Provider("CPU", Provider.State.USED, ""),
        new Provider("CUDA", Provider.State.OTHER_BUILD, "NVIDIA"),
        new Provider("Core ML", Provider.State.OTHER_SYSTEM, "macOS"));
  }

  public Usage usage(int days) {
    return new Usage("<p>" + days + " days</p>", 3);
  }

  public Path dataFolder() {
    return Path.of("target").toAbsolutePath();
  }

  public Encryption encryption() {
    return new Encryption(new DataFolder(dataFolder()));
  }

  public Map<String, Known> measured(List<ModelInfo> of) {
    return Map.copyOf(measured);
  }

  public Measured measure(ModelInfo model, Progress progress) {
    if (!progress.report("measuring", 1, 2)) {
      throw new CancellationException();
    }
    Measured found =
        new Measured(
            List.of(
                new Measured.Speed(8, 2.1),
                new Measured.Speed(16, 3.1),
                new Measured.Speed(32, 5.6),
                new Measured.Speed(64, 11.4)),
            184,
            0.92,
            140,
            9,
            5,
            "it");
    measured.put(model.hash(), new Known(found, true));
    return found;
  }

  public List<Cell> grid(List<ModelInfo> of, Progress progress) {
    return of.stream()
        .flatMap(model ->
            Stream.of(
                new Cell(model.name(), 16, 1, 320),
                new Cell(model.name(), 16, 2, 610),
                new Cell(model.name(), 64, 1, 88),
                new Cell(model.name(), 64, 2, 170)))
        .toList();
  }
}
