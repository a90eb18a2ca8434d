package org.deskbert.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One run of the command line inside the test. */
record CliRun(int code, String out, String err) {
  static CliRun of(Path data, String in, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.of(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err, false);
    String[] all =
        Stream.concat(Stream.of("--data", data.toString()), Stream.of(words))
            .toArray(String[]::new);
    int code = Cli.run(all, console, null);
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
