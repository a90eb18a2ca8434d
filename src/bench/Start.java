import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * How soon the packaged program is there, and how much memory it takes; see docs/install.md. Linux
 * with a display and xdotool. Arguments: the program's folder (target/installer/deskbert), the
 * folder of the jars (target/deskbert/lib), how often, how many questions; 0 leaves out either.
 */
final class Start {
  private static final long TICK_MS = 10; // of /proc/PID/stat, on all that is usual
  private static final int ENTRIES = 1_000;
  private static final String QUESTION = "i forgot my password";
  private static final String OPENING = "^DeskBERT"; // "DeskBERT …" until there is more to show
  private static final String FILLED = "^DeskBERT$";
  private static final String EMPTY =
      """
      public class Empty extends javafx.application.Application {
        public void start(javafx.stage.Stage stage) {
          stage.setTitle("Empty");
          stage.setScene(new javafx.scene.Scene(new javafx.scene.layout.StackPane(), 1080, 720));
          stage.show();
        }
        public static void main(String[] args) { launch(args); }
      }
      """;

  private final Path image;
  private final Path jars;
  private final Path work;
  private final LinkedHashMap<String, List<Took>> all = new LinkedHashMap<>();

  /** When something was there, after the start of the process, and what it had used by then. */
  private record Took(double wall, double processor) {}

  private Start(Path image, Path jars, Path work) {
    this.image = image;
    this.jars = jars;
    this.work = work;
  }

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("deskbert-start");
    Start start = new Start(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]), work);
    // A display without a client starts anew, and who connects at that moment fails.
    Process client = start(new ProcessBuilder("xdotool", "search", "--sync", "--name", "^none$"));
    try {
      start.run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    } finally {
      end(client);
      delete(work);
    }
  }

  private void run(int rounds, int questions) throws Exception {
    compileEmpty();
    for (int i = 0; i < rounds; i++) {
      Path data = work.resolve("data" + i);
      window(emptyWindow(), "empty JavaFX window", "^Empty$");
      window(deskbert(data), "window at the first start", OPENING, FILLED);
      end(deskbert(data, "ask", QUESTION)); // fits what later starts find
      window(deskbert(data), "window at a later start", OPENING, FILLED);
      note("first answer in the window", firstAnswer(data));
      note("`ask`, from start to end, by the model", end(deskbert(data, "ask", QUESTION)));
    }
    System.out.println("| what | by the clock | processor time |\n|---|---|---|");
    all.forEach(Start::print);
    all.forEach((what, times) -> {
      if (what.contains("start,")) {
        print(what + " against the empty one", ratios(times, all.firstEntry().getValue()));
      }
    });
    if (questions > 0) {
      memory(questions);
    }
  }

  private void compileEmpty() throws IOException {
    Path source = Files.writeString(work.resolve("Empty.java"), EMPTY);
    String path;
    try (Stream<Path> all = Files.list(jars)) {
      path =
          String.join(
              ":", all.map(Path::toString).filter(name -> name.contains("/javafx-")).toList());
    }
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    if (javac.run(System.out, System.err, "-cp", path, source.toString()) != 0) {
      throw new IllegalStateException("The empty window could not be compiled");
    }
  }

  private ProcessBuilder emptyWindow() {
    return new ProcessBuilder(
        image.resolve("runtime/bin/java").toString(),
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "--enable-native-access=ALL-UNNAMED,javafx.graphics",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dprism.order=sw",
        "-cp",
        work.toString(),
        "Empty");
  }

  private ProcessBuilder deskbert(Path data, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(image.resolve("bin/deskbert").toString(), "--data", data.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DESKBERT_PRISM", "sw");
    return builder;
  }

  private static Process start(ProcessBuilder builder) throws IOException {
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Notes when it is visible, and with a second title when that stands there. */
  private void window(ProcessBuilder builder, String what, String... titles) throws Exception {
    long begin = System.nanoTime();
    Process process = start(builder);
    for (String title : titles) {
      await(title);
      Took took = new Took((System.nanoTime() - begin) / 1e9, processor(process));
      note(what + (title.equals(FILLED) ? ", with its content" : ", visible"), took);
    }
    end(process);
  }

  private void note(String what, Took took) {
    all.computeIfAbsent(what, _ -> new ArrayList<>()).add(took);
  }

  /** Asks again and again: xdotool's own waiting looks only twice a second. */
  private static void await(String title) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    ProcessBuilder search =
        new ProcessBuilder("xdotool", "search", "--onlyvisible", "--name", title);
    while (start(search).waitFor() != 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no window " + title);
      }
      Thread.sleep(10);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static Took end(ProcessBuilder builder) throws Exception {
    long begin = System.nanoTime();
    Process process = start(builder);
    double used = 0;
    while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
      used = Math.max(used, processor(process));
    }
    return new Took((System.nanoTime() - begin) / 1e9, used);
  }

  /** From the start until the answer is kept, which is after it is there. */
  private Took firstAnswer(Path data) throws Exception {
    int before = messages(data);
    long begin = System.nanoTime();
    Process process = start(deskbert(data, "--ask", QUESTION));
    while (messages(data) == before) {
      Thread.sleep(5);
    }
    Took took = new Took((System.nanoTime() - begin) / 1e9, processor(process));
    end(process);
    return took;
  }

  private static int messages(Path data) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:file:" + data.resolve("chats.db") + "?mode=ro");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM message")) {
      return row.getInt(1);
    } catch (SQLException e) {
      return 0; // not made yet
    }
  }

  /** The window over a FAQ of a thousand entries after many questions. */
  private void memory(int questions) throws Exception {
    Path data = work.resolve("memory");
    StringBuilder csv = new StringBuilder("question,answer\n");
    for (int i = 0; i < ENTRIES; i++) {
      csv.append("How do I repair part ")
          .append(Integer.toString(i * 7919, 36))
          .append(" of machine ")
          .append(i)
          .append("?,Call the workshop and name the number ")
          .append(i)
          .append(".\n");
    }
    Path file = Files.writeString(work.resolve("parts.csv"), csv);
    end(deskbert(data, "faq", "import", file.toString(), "--into", "parts"));
    end(deskbert(data, "faq", "use", "parts"));
    Process process = start(deskbert(data, "--ask", QUESTION));
    try {
      await(FILLED);
      Path wishes = data.resolve("wishes");
      for (int i = 0; i < questions; i++) {
        int before = messages(data);
        Path part = wishes.resolve(UUID.randomUUID() + ".part");
        Files.writeString(part, "{\"question\":\"where is part " + i + " of machine " + i + "\"}");
        Files.move(part, wishes.resolve(UUID.randomUUID() + ".json"));
        while (messages(data) == before) {
          Thread.sleep(2);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| memory of the process, window open, %,d entries, after %,d questions: resident /"
              + " of it anonymous / proportional | %d / %d / %d MB | |%n",
          ENTRIES,
          questions,
          memory(process, "Rss"),
          memory(process, "Anonymous"),
          memory(process, "Pss"));
    } finally {
      end(process);
    }
  }

  /** A line of what the kernel sums up of a process, in MB. */
  private static long memory(Process process, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .sum();
  }

  /** Seconds of processor time so far, 0 where it has ended. */
  private static double processor(Process process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MS / 1e3;
    } catch (IOException | ArrayIndexOutOfBoundsException e) {
      return 0;
    }
  }

  private static List<Took> ratios(List<Took> of, List<Took> by) {
    return List.of(
        new Took(
            median(of.stream().mapToDouble(Took::wall).toArray())
                / median(by.stream().mapToDouble(Took::wall).toArray()),
            median(of.stream().mapToDouble(Took::processor).toArray())
                / median(by.stream().mapToDouble(Took::processor).toArray())));
  }

  private static void print(String what, List<Took> took) {
    System.out.printf(
        Locale.ROOT,
        "| %s, median | %.2f | %.2f |%n",
        what,
        median(took.stream().mapToDouble(Took::wall).toArray()),
        median(took.stream().mapToDouble(Took::processor).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
