package org.deskbert.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.faq.FaqException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Turns lines into vectors. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    description = "Encodes one text a line and writes a NumPy file: float32, (lines, dimension).",
    footer = {"", "Example: deskbert embed -i questions.txt -o vectors.npy"})
final class EmbedCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Option(
      names = "-i",
      required = true,
      paramLabel = "TEXTS",
      description = "UTF-8, a text a line.")
  @SuppressWarnings("NullAway.Init")
  private Path texts;

  @Option(names = "-o", required = true, paramLabel = "VECTORS.npy", description = "The result.")
  @SuppressWarnings("NullAway.Init")
  private Path vectors;

  @Override
  public Integer call() throws FaqException, BundleException, Failure {
    List<String> lines = TextFiles.lines(texts);
    try (DeskBert program = cli.open();
        Encoder encoder = program.encoder(cli.model)) {
      List<Encoding> encodings =
          encoder.encodeAll(lines, program.settings().indexThreads(), cli.console.progress());
      long cut = encodings.stream().filter(Encoding::cut).count();
      if (cut > 0) {
        cli.console.note(cut + " texts were longer than the model reads and were cut.");
      }
      List<float[]> rows = encodings.stream().map(Encoding::vector).toList();
      WholeFile.write(vectors, fresh -> Npy.write(fresh, rows, encoder.dimension()));
      return 0;
    }
  }
}
