package org.deskbert.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.encoder.BundleException;
import org.deskbert.encoder.Encoder;
import org.deskbert.eval.Benchmark;
import org.deskbert.eval.Benchmark.EncoderTimes;
import org.deskbert.eval.Benchmark.Throughput;
import org.deskbert.eval.Benchmark.Times;
import org.deskbert.faq.FaqException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** Times this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Times this machine: the encoder by length, the search, a question to its reply.",
    footer = {"", "Example: deskbert bench --entries 100"})
final class BenchCommand implements Callable<Integer> {
  private static final int MAX_ENTRIES = 100_000;

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Option(
      names = "--entries",
      paramLabel = "N",
      defaultValue = "1000",
      converter = Entries.class,
      description = "Entries of the FAQ that is searched (default 1000).")
  private int entries;

  @Option(
      names = "--phrasings",
      paramLabel = "N",
      defaultValue = "5",
      converter = Entries.class,
      description = "Phrasings of each entry (default 5).")
  private int phrasings;

  /** Reads a number of entries or phrasings. */
  static final class Entries implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int entries = Integer.parseInt(text);
        if (entries >= 1 && entries <= MAX_ENTRIES) {
          return entries;
        }
      } catch (NumberFormatException e) {
        // Told below.
      }
      throw new TypeConversionException(
          "it takes a number from 1 to " + MAX_ENTRIES + ", not '" + text + "'");
    }
  }

  @Override
  public Integer call() throws FaqException, BundleException {
    try (DeskBert program = cli.open();
        Encoder encoder = program.models().encoder(cli.model)) {
      Benchmark times = Benchmark.run(encoder, entries, phrasings, cli.console.progress());
      cli.console.line(json ? Json.GSON.toJson(json(times)) : text(times));
      return 0;
    }
  }

  private static JsonObject json(Benchmark times) {
    JsonArray lengths = new JsonArray();
    for (EncoderTimes length : times.encoder()) {
      JsonObject row = new JsonObject();
      row.addProperty("tokens", length.tokens());
      row.addProperty("cold_ms", Json.number(length.coldMs()));
      add(row, length.p50Ms(), length.p95Ms(), length.p99Ms());
      lengths.add(row);
    }
    JsonObject json = new JsonObject();
    json.add("encoder", lengths);
    json.add("search", json(times.search()));
    json.add("reply", json(times.reply()));
    JsonArray askers = new JsonArray();
    for (Throughput row : times.askers()) {
      JsonObject of = new JsonObject();
      of.addProperty("askers", row.askers());
      of.addProperty("replies_per_second", Json.number(row.repliesPerSecond()));
      askers.add(of);
    }
    json.add("askers", askers);
    return json;
  }

  private static JsonObject json(Times times) {
    JsonObject row = new JsonObject();
    row.addProperty("entries", times.entries());
    add(row, times.p50Ms(), times.p95Ms(), times.p99Ms());
    return row;
  }

  private static void add(JsonObject row, double p50, double p95, double p99) {
    row.addProperty("p50_ms", Json.number(p50));
    row.addProperty("p95_ms", Json.number(p95));
    row.addProperty("p99_ms", Json.number(p99));
  }

  private static String text(Benchmark times) {
    StringBuilder text = new StringBuilder("Milliseconds             cold    p50    p95    p99\n");
    for (EncoderTimes length : times.encoder()) {
      text.append(
          String.format(
              Locale.ROOT,
              "encoder, %3d tokens  %8.2f%s\n",
              length.tokens(),
              length.coldMs(),
              numbers(length.p50Ms(), length.p95Ms(), length.p99Ms())));
    }
    text.append(line("search", times.search())).append('\n').append(line("reply", times.reply()));
    for (Throughput row : times.askers()) {
      String who = row.askers() + (row.askers() == 1 ? " asker" : " askers at once");
      text.append(
          String.format(Locale.ROOT, "\n%-29s%7.0f replies a second", who, row.repliesPerSecond()));
    }
    return text.toString();
  }

  private static String line(String what, Times times) {
    String over = String.format(Locale.ROOT, "%s over %d entries", what, times.entries());
    return String.format(
        Locale.ROOT, "%-29s%s", over, numbers(times.p50Ms(), times.p95Ms(), times.p99Ms()));
  }

  private static String numbers(double p50, double p95, double p99) {
    return String.format(Locale.ROOT, "%7.2f%7.2f%7.2f", p50, p95, p99);
  }
}
