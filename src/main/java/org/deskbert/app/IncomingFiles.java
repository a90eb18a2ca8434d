package org.deskbert.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Exchange.Standing;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFile;
import org.deskbert.faq.FaqFiles;
import org.deskbert.faq.Library;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Pack;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.Problem;
import org.jspecify.annotations.Nullable;

/** Reads files and packs, so that they can be looked at before they come into the library. */
final class IncomingFiles {
  private final Library library;
  private final Packs packs;

  IncomingFiles(Library library, Packs packs) {
    this.library = library;
    this.packs = packs;
  }

  /** See {@link FileImports#incoming(Path, String, boolean)}. */
  Incoming read(Path file, @Nullable String chosen, boolean skipBad) throws FaqException {
    if (PackFile.isPack(file)) {
      Pack pack = packs.read(file);
      String name = chosen == null ? pack.name() : chosen;
      boolean there = has(name);
      boolean known = there && packs.standing(pack, name) == Standing.KNOWN;
      return new OfPack(
          file, name, pack, there, new Incoming.Sender(pack.signer(), packs.trusted(pack), known));
    }
    FaqFile read = FaqFiles.read(file, skipBad);
    String name = chosen == null ? FaqFiles.nameFor(file) : chosen;
    return of(read.as(name), String.valueOf(file.getFileName()), Faqs.whole(read), read.problems());
  }

  /** What was read of a file or table, before a FAQ of the library. */
  Incoming of(Faq faq, String source, boolean whole, List<Problem> notes) {
    return new OfFile(faq, source, whole, notes);
  }

  private boolean has(String name) throws FaqException {
    return library.list().stream().anyMatch(info -> info.name().equals(name));
  }

  private ImportReport report(String name, Merge merge, List<Problem> notes) {
    int entries = merge.result().entries().size();
    return new ImportReport(name, entries, merge.changes(), merge.conflicts(), notes);
  }

  /** A sheet or page for a FAQ of the library. */
  private final class OfFile implements Incoming {
    private final Faq faq;
    private final String source;
    private final boolean whole;
    private final List<Problem> notes;

    OfFile(Faq faq, String source, boolean whole, List<Problem> notes) {
      this.faq = faq;
      this.source = source;
      this.whole = whole;
      this.notes = notes;
    }

    @Override
    public String name() {
      return faq.name();
    }

    @Override
    public @Nullable Sender sender() {
      return null;
    }

    @Override
    public Merge preview(Map<String, Side> choices) throws FaqException {
      return library.imports().preview(faq, source, whole, choices);
    }

    @Override
    public ImportReport take(Map<String, Side> choices) throws FaqException {
      return report(name(), library.imports().merge(faq, source, whole, choices), notes);
    }
  }

  /** A pack, for a FAQ of the library or a new one. */
  private final class OfPack implements Incoming {
    private final Path file;
    private final String name;
    private final Pack pack;
    private final boolean there;
    private final Sender sender;

    OfPack(Path file, String name, Pack pack, boolean there, Sender sender) {
      this.file = file;
      this.name = name;
      this.pack = pack;
      this.there = there;
      this.sender = sender;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Sender sender() {
      return sender;
    }

    @Override
    public Merge preview(Map<String, Side> choices) throws FaqException {
      if (there) {
        return packs.preview(pack, name, choices);
      }
      Faq none = new Faq(name, List.of());
      Faq faq = pack.shared().faq();
      return new Merge(none, none, faq, faq, List.of());
    }

    @Override
    public ImportReport take(Map<String, Side> choices) throws FaqException {
      if (!sender.trusted()) {
        packs.trust(pack);
      }
      return there
          ? report(name, packs.merge(pack, file, name, choices), List.of())
          : packs.unpack(pack, file, name, ImportMode.NEW, false);
    }
  }
}
