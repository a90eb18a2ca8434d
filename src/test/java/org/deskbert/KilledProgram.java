package org.deskbert;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deskbert.app.DeskBert;
import org.deskbert.cli.Cli;
import org.deskbert.faq.Edits;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Library;
import org.deskbert.faq.Revision;
import org.deskbert.faq.Seal;

/**
 * Writes to a library in every way, and says after each change that it is done and what the library
 * holds then. The same seed does the same. {@link KillTest} kills it on the way.
 */
public final class KilledProgram {
  static final int STEPS = 25;
  private static final int ENTRIES = 300;

  /** A fixed key, as it takes a second to make one of a passphrase. */
  private static final Seal SEAL = new Seal(new byte[Seal.KEY_BYTES]);

  private final Path folder;
  private final boolean encrypted;
  private final Random random;

  private KilledProgram(Path folder, long seed, boolean encrypted) {
    this.folder = folder;
    this.encrypted = encrypted;
    this.random = new Random(seed);
  }

  /** Takes the data folder, the seed and whether the library is encrypted. */
  public static void main(String[] args) throws Exception {
    boolean encrypted = Boolean.parseBoolean(args[2]);
    KilledProgram program = new KilledProgram(Path.of(args[0]), Long.parseLong(args[1]), encrypted);
    if (encrypted) {
      program.edit(true);
    } else {
      program.cli("faq", "import", program.sheet().toString(), "--into", "desk");
    }
    for (int step = 0; step < STEPS; step++) {
      System.out.println("confirmed " + step + " " + state(program.folder, encrypted));
      System.out.flush();
      if (encrypted) {
        program.edit(step % 2 == 0);
      } else {
        program.change(step);
      }
    }
  }

  /** Changes the encrypted library: many entries at once, or one. */
  private void edit(boolean many) throws Exception {
    try (Library library = Library.open(folder.resolve("library.db"), SEAL)) {
      if (library.list().isEmpty()) {
        library.create("desk");
      }
      if (many) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
          entries.add(entry(i));
        }
        library.imports().replace(new Faq("desk", entries), "sheet.csv");
      } else {
        library.apply("desk", Edits.save(entry(random.nextInt(2 * ENTRIES))));
      }
    }
  }

  private void change(int step) throws Exception {
    switch (step % 8) {
      case 0, 4 -> {
        try (DeskBert program = DeskBert.open(folder)) {
          program.library().apply("desk", Edits.save(entry(random.nextInt(2 * ENTRIES))));
        }
      }
      case 1 -> cli("faq", "import", sheet().toString(), "--into", "desk", "--merge");
      case 2 -> cli("faq", "pack", "desk", folder.resolve("desk.faqpack").toString());
      case 3 -> cli("faq", "import", sheet().toString(), "--into", "desk", "--replace");
      case 5 -> cli("faq", "merge", "desk", folder.resolve("desk.faqpack").toString());
      case 6 -> {
        try (DeskBert program = DeskBert.open(folder)) {
          program.library().history().undo("desk");
        }
      }
      default -> cli("faq", "restore", String.valueOf(revision()), "-f", "desk");
    }
  }

  private long revision() throws Exception {
    try (DeskBert program = DeskBert.open(folder)) {
      List<Revision> all = program.library().history().of("desk");
      return all.get(random.nextInt(all.size())).id();
    }
  }

  private void cli(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", folder.toString()));
    all.addAll(List.of(words));
    int code = Cli.run(all.toArray(String[]::new), null);
    if (code != 0) {
      throw new IllegalStateException(all + " ended with " + code);
    }
  }

  private Path sheet() throws Exception {
    StringBuilder csv = new StringBuilder("id,question,answer\n");
    for (int i = 0; i < ENTRIES; i++) {
      if (random.nextInt(10) > 0) {
        csv.append("e").append(i).append(",Question ").append(i).append(",Answer ");
        csv.append(random.nextInt(3)).append('\n');
      }
    }
    return Files.write(
        folder.resolve("sheet.csv"), csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Entry entry(int number) {
    String answer = "Edited " + random.nextInt();
    return new Entry(
        "e" + number, List.of("Question " + number), answer, "", List.of(), null, null);
  }

  /** All that the library holds, in few digits. */
  static String state(Path folder, boolean encrypted) throws Exception {
    if (encrypted) {
      try (Library library = Library.open(folder.resolve("library.db"), SEAL)) {
        return state(library);
      }
    }
    try (DeskBert program = DeskBert.open(folder)) {
      return state(program.library());
    }
  }

  private static String state(Library library) throws Exception {
    StringBuilder all = new StringBuilder();
    for (FaqInfo info : library.list()) {
      all.append(library.load(info.name()));
      library
          .history()
          .of(info.name())
          .forEach(revision -> all.append(revision.id()).append(revision.sentence()));
    }
    return Integer.toHexString(all.toString().hashCode());
  }
}
