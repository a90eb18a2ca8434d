package org.deskbert.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.Encoding;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Turns lines into vectors. */
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    description = "Encodes one text a line and writes a NumPy file: float32, (lines, dimension).",
    footer = {
      "",
      "Example:",
      "  echo How do I reset my password?> questions.txt",
      "  deskbert embed -i questions.txt -o vectors.npy"
    })
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
    ResultFile.check(vectors);
    List<String> lines = lines(TextFile.read(texts));
    try (DeskBert program = cli.open();
        Encoder encoder = program.models().encoder(cli.model)) {
      List<Encoding> encodings =
          encoder.encodeAll(lines, program.settings().indexThreads(), cli.console.progress());
      long cut = encodings.stream().filter(Encoding::cut).count();
      if (cut > 0) {
        cli.console.note(
            cut == 1
                ? "One text was longer than the model reads and was cut."
                : cut + " texts were longer than the model reads and were cut.");
      }
      List<float[]> rows = encodings.stream().map(Encoding::vector).toList();
      ResultFile.write(vectors, out -> Npy.write(out, rows, encoder.dimension()));
      return 0;
    }
  }

  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return Arrays.stream(body.split("\n", -1))
        .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }
}
