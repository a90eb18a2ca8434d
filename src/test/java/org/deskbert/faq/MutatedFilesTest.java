package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages a good file of every format over and over. Each is imported, or refused in one sentence,
 * within five seconds; a refused one leaves the library as it was.
 *
 * <pre>mvn test -Dtest=MutatedFilesTest -Dmutations=10000 -Dseed=1</pre>
 */
class MutatedFilesTest {
  private static final int MUTATIONS = Integer.getInteger("mutations", 40);
  private static final long SEED = Long.getLong("seed", 1);

  /** Of processor time, so that a busy machine does not count; a hang ends after the second. */
  private static final int LIMIT_SECONDS = 5;

  private static final int HANG_SECONDS = 120;

  /** Every so many files the library is looked at, before and after. */
  private static final int LIBRARY = 20;

  /** What turns text of one kind into another, or tells a parser something large or odd. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "|",
          "\\",
          ",",
          ";",
          "\t",
          "\n",
          "\r",
          "\n\n",
          " ",
          "#",
          "## ",
          "? ",
          "`",
          "```",
          "{",
          "}",
          "[",
          "]",
          ":",
          "<",
          ">",
          "</p>",
          "<p>",
          "<b>",
          "<table>",
          "<tr><td>",
          "<dl><dt>",
          "<details>",
          "<!--",
          "-->",
          "]]>",
          "<![CDATA[",
          "&",
          "&#0;",
          "&#x110000;",
          "&x;",
          "*",
          "**",
          "_",
          "- ",
          "1. ",
          "> ",
          "&a ",
          "*a ",
          "!!java.net.URL ",
          "|\n",
          ">\n",
          "---\n",
          "...\n",
          "%YAML 9\n",
          "\0",
          "\u0001",
          "\uFEFF",
          "\uFFFF",
          "\u202E",
          "null",
          "true",
          "-1",
          "1e999",
          "99999999999999999999",
          "\\u0000",
          "\\n",
          "=1+1",
          "http://",
          "javascript:",
          "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
          "\\ud800");

  private static final ExecutorService worker = Executors.newSingleThreadExecutor();

  @TempDir Path folder;

  static Stream<String> formats() throws Exception {
    return FormatSamples.all().keySet().stream();
  }

  @AfterAll
  static void stop() {
    worker.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void damagedFilesAreImportedOrRefused(String name) throws Exception {
    byte[] good = FormatSamples.all().get(name);
    Path file = folder.resolve("faq" + name.substring(name.indexOf('.')));
    int refused = 0;
    long longest = 0;
    try (Library library = Library.open(folder.resolve("library.db"))) {
      library.add("faq", FormatSamples.ENTRIES);
      for (int i = 0; i < MUTATIONS; i++) {
        Random random = new Random(SEED * 1_000_003L + i);
        Files.write(file, mutate(good, random));
        String place = name + ", seed " + SEED + ", file " + i;
        Faq before = i % LIBRARY == 0 ? library.load("faq") : null;
        boolean skipBad = i % 2 == 0;
        long[] spent = new long[1];
        Future<FaqFile> reading = worker.submit(() -> timed(file, skipBad, spent));
        try {
          FaqFile read = reading.get(HANG_SECONDS, TimeUnit.SECONDS);
          if (i % LIBRARY == 0) {
            library.imports().replace(read.as("faq"), name);
            assertEquals(read.entries(), library.load("faq").entries(), place);
          }
        } catch (TimeoutException e) {
          keep(file, place);
          fail(place + " hangs");
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof FaqException refusal)) {
            keep(file, place);
            throw new AssertionError(place, e.getCause());
          }
          refused++;
          String sentence = String.valueOf(refusal.getMessage());
          assertTrue(sentence.contains("faq."), place + ": " + sentence);
          assertEquals(1, sentence.lines().count(), place + ": " + sentence);
          assertTrue(sentence.length() < 800, place + ": " + sentence);
          if (before != null) {
            assertEquals(before, library.load("faq"), place);
          }
        }
        assertTrue(spent[0] < LIMIT_SECONDS * 1_000_000_000L, place + ": " + spent[0] + " ns");
        longest = Math.max(longest, spent[0]);
      }
    }
    System.out.printf(
        "%s: %d files, %d refused, at most %d ms%n", name, MUTATIONS, refused, longest / 1_000_000);
  }

  private static FaqFile timed(Path file, boolean skipBad, long[] spent) throws FaqException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    try {
      return FaqFiles.read(file, skipBad);
    } finally {
      spent[0] = clock.getCurrentThreadCpuTime() - start;
    }
  }

  private static void keep(Path file, String place) throws IOException {
    Path kept =
        Path.of("target", "mutated", place.replaceAll("\\W+", "-") + "-" + file.getFileName());
    Files.createDirectories(kept.getParent());
    Files.copy(file, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Damages the bytes, of an archive mostly those of one of its parts. */
  private byte[] mutate(byte[] good, Random random) throws IOException {
    boolean archive = good[0] == 'P' && good[1] == 'K';
    if (!archive || random.nextInt(4) == 0) {
      return damage(good, random, !archive);
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Path copy = Files.write(folder.resolve("good.zip"), good);
    try (ZipFile in = new ZipFile(copy.toFile())) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        parts.put(entry.getName(), in.getInputStream(entry).readAllBytes());
      }
    }
    List<String> names = new ArrayList<>(parts.keySet());
    String chosen = names.get(random.nextInt(names.size()));
    if (random.nextInt(20) == 0) {
      parts.remove(chosen);
    } else {
      parts.put(chosen, damage(parts.get(chosen), random, true));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] damage(byte[] good, Random random, boolean text) {
    byte[] out = good.clone();
    for (int i = random.nextInt(5); i >= 0 && out.length > 0; i--) {
      int at = random.nextInt(out.length);
      int end = Math.min(out.length, at + 1 + random.nextInt(40));
      byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
      switch (random.nextInt(text ? 9 : 5)) {
        case 0 -> out[at] = (byte) random.nextInt();
        case 1 -> out[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> out = Arrays.copyOf(out, at + 1);
        case 3 -> out = splice(out, at, end, new byte[0]);
        case 4 -> out = splice(out, at, at, Arrays.copyOfRange(out, at, end));
        case 5, 6 -> out = splice(out, at, at, piece);
        case 7 -> out = splice(out, at, end, piece);
        default -> out = splice(out, at, at, repeat(piece, 1 + random.nextInt(2_000)));
      }
    }
    return out;
  }

  private static byte[] splice(byte[] bytes, int start, int end, byte[] piece) {
    byte[] out = new byte[bytes.length - (end - start) + piece.length];
    System.arraycopy(bytes, 0, out, 0, start);
    System.arraycopy(piece, 0, out, start, piece.length);
    System.arraycopy(bytes, end, out, start + piece.length, bytes.length - end);
    return out;
  }

  private static byte[] repeat(byte[] piece, int times) {
    byte[] out = new byte[piece.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, out, i * piece.length, piece.length);
    }
    return out;
  }
}
