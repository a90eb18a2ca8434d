package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What is written reads as the same entries; damaged files give sentences, never a crash. */
class RoundTripTest {
  private Path folder;

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("faq");
  }

  @AfterProperty
  void deleteFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 150)
  void readingGivesTheSameEntriesAndWritingAgainTheSameBytes(
      @ForAll("entries") List<Entry> entries, @ForAll FaqFormat format) throws Exception {
    Path file = folder.resolve("faq." + format.name().toLowerCase(Locale.ROOT));
    FaqWriter.write(new Faq("x", entries), file, format);
    FaqFile read = FaqFiles.read(file, false);
    // What is for owners only stays out of what is made for others.
    boolean forOthers = format == FaqFormat.HTML || format == FaqFormat.QNAMAKER;
    assertEquals(
        forOthers ? entries.stream().map(e -> e.withNotes("")).toList() : entries, read.entries());
    assertEquals(List.of(), read.problems());
    if (format != FaqFormat.XLSX) {
      byte[] first = Files.readAllBytes(file);
      FaqWriter.write(new Faq("x", read.entries()), file, format);
      assertArrayEquals(first, Files.readAllBytes(file));
    }
  }

  @Property(tries = 400)
  void damagedFilesNeverCrash(
      @ForAll("entries") List<Entry> entries, @ForAll FaqFormat format, @ForAll long seed)
      throws Exception {
    Path file = folder.resolve("faq." + format.name().toLowerCase(Locale.ROOT));
    FaqWriter.write(new Faq("x", entries), file, format);
    Files.write(file, mutate(Files.readAllBytes(file), new Random(seed)));
    try {
      for (Entry entry : FaqFiles.read(file, seed % 2 == 0).entries()) {
        assertEquals(entry.id(), Text.line(entry.id()));
      }
    } catch (FaqException e) {
      assertEquals(true, e.getMessage().contains("faq."), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    byte[] out = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(out.length);
      switch (random.nextInt(4)) {
        case 0 -> out[at] = (byte) random.nextInt();
        case 1 -> out = java.util.Arrays.copyOf(out, at + 1);
        case 2 -> out[at] = (byte) "\"|,;\n\t#`{}[]<>&\\-".charAt(random.nextInt(17));
        default -> {
          byte[] longer = java.util.Arrays.copyOf(out, out.length + 50);
          System.arraycopy(out, at, longer, Math.min(longer.length, at + 50), out.length - at);
          out = longer;
        }
      }
    }
    return out;
  }

  @Provide
  Arbitrary<List<Entry>> entries() {
    Arbitrary<Entry> entry =
        Combinators.combine(
                text(20),
                text(20).list().ofMinSize(1).ofMaxSize(4),
                text(60),
                text(10),
                text(10).list().ofMaxSize(3),
                Arbitraries.of(0, 1, 2),
                Arbitraries.integers().between(0, 40_000).injectNull(0.5),
                text(40))
            .as((id, phrasings, answer, category, tags, parent, until, notes) ->
                new Entry(
                    safe(id).replace('|', '/'),
                    phrasings.stream().map(RoundTripTest::safe).distinct().toList(),
                    safe(answer),
                    category,
                    tags.stream().map(Text::line).distinct().toList(),
                    "" + parent,
                    until == null ? null : LocalDate.ofEpochDay(until),
                    notes));
    return entry.list().ofMinSize(1).ofMaxSize(5).map(RoundTripTest::tidy);
  }

  private static String safe(String text) {
    String line = Text.line(text);
    return line.isEmpty() ? "x" : Text.block(text);
  }

  /** Unique ids, parents that exist, no phrasing and no tag twice. */
  private static List<Entry> tidy(List<Entry> entries) {
    List<Entry> tidy = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (Entry e : entries) {
      String id = e.id();
      while (!ids.add(id)) {
        id += "'";
      }
      boolean follows = "1".equals(e.parent()) && !tidy.isEmpty();
      tidy.add(
          new Entry(
              id,
              e.phrasings().stream().distinct().toList(),
              e.answer(),
              e.category(),
              e.tags().stream().distinct().toList(),
              follows ? tidy.getFirst().id() : null,
              e.until(),
              e.notes()));
    }
    return tidy;
  }

  private static Arbitrary<String> text(int max) {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(4),
            Arbitraries.strings().withCharRange('!', '~').ofMaxLength(6),
            Arbitraries.of(
                "\n",
                "\n\n",
                " ",
                "word ",
                "# ",
                "\n## Heading\n",
                "\n---\n",
                "- ",
                "\n- also: b\n",
                "* ",
                "```",
                "\n```\n",
                "\n```answer\n",
                "~~~",
                "<!--",
                "-->",
                "<!-- id: 7 -->",
                "|",
                "\\|",
                "\\",
                "\"",
                "'",
                "=1+1",
                "@",
                ",",
                ";",
                "\t",
                "_x000D_",
                "&amp;",
                "&#45;",
                "[a]",
                "[a]: b\n",
                "<b>",
                "<script>",
                "**",
                "_",
                "1. ",
                "    code\n",
                "  \n",
                "C#",
                " #",
                "ä",
                "😀",
                "\u00A0",
                "\uFEFF",
                "\u2028",
                "sep=;",
                "id",
                "0012",
                "1e5",
                "TRUE",
                "2026-01-01"));
    return piece
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces))
        .map(text -> text.length() > max * 4 ? text.substring(0, max * 4) : text);
  }
}
