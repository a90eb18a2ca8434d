package org.deskbert.faults;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The laid-out program with a data folder of its own. */
final class Sandbox {
  /** What one run gave. */
  record Result(int code, String out, String err) {
    /** The sentences that the user sees, without the paths of this run. */
    String said(Path folder) {
      return err.lines()
          .filter(line -> !line.startsWith("NOTE: Picked up ")) // what Java says of its options
          .collect(Collectors.joining(" "))
          .replace(folder.toString(), "…");
    }
  }

  private final Path folder;
  private final Path data;
  private int runs;

  /**
   * Creates one.
   *
   * @param folder for the output of the runs and other files
   * @param data the data folder
   */
  Sandbox(Path folder, Path data) {
    this.folder = folder;
    this.data = data;
  }

  /** Where the data is. */
  Path data() {
    return data;
  }

  /** Runs the program to its end. */
  Result run(String... words) throws Exception {
    return run(Map.of(), words);
  }

  /** Runs the program to its end with some variables of the environment. */
  Result run(Map<String, String> environment, String... words) throws Exception {
    Run run = start(environment, words);
    return run.end();
  }

  /** Starts the program. */
  Run start(Map<String, String> environment, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("program"));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(List.of(words));
    int number = runs++;
    Path out = folder.resolve("out-" + number);
    Path err = folder.resolve("err-" + number);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Run(builder.start(), out, err);
  }

  /** A program that runs. */
  record Run(Process process, Path out, Path err) {
    /** Waits for its end. */
    Result end() throws Exception {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        fail("The program does not end: " + Files.readString(err));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }
}
