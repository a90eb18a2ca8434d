package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.Comparison;
import org.deskbert.faq.Conflict.Side;
import org.deskbert.faq.Exchange.Standing;
import org.deskbert.faq.Faq;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Fingerprint;
import org.deskbert.faq.Library;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Pack;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.Shared;
import org.deskbert.faq.SigningKey;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Packs that are given away and taken in. The way in: {@link #read} checks the file, {@link
 * #trusted} and {@link #trust} settle whether its signer is known, then {@link #unpack} or {@link
 * #preview} and {@link #merge}.
 */
public final class Packs {
  private final DataFolder folder;
  private final Library library;
  private final Signers signers;
  private final PackParts parts;

  Packs(DataFolder folder, Library library, PackParts parts) {
    this.folder = folder;
    this.library = library;
    this.signers = new Signers(folder.signers());
    this.parts = parts;
  }

  /**
   * The fingerprint of the user's own key, to be read out to those who get packs; the key is made
   * if there is none.
   */
  public String fingerprint() throws FaqException {
    return SigningKey.open(folder.signingKey()).fingerprint();
  }

  /**
   * Packs a FAQ of the library with the pictures that its answers name and its fitted confidence.
   *
   * @param vectors whether the model's vectors go with it; long where there are none yet
   */
  public Pack pack(String name, Path file, boolean vectors, Progress progress)
      throws FaqException, BundleException {
    SigningKey key = SigningKey.open(folder.signingKey());
    Shared shared = library.exchange().share(name);
    Pack pack = new Pack(shared, parts.collect(shared.faq(), vectors, progress), key.fingerprint());
    PackFile.write(file, shared, pack.files(), key);
    return pack;
  }

  /**
   * Reads a pack and checks it; nothing is changed.
   *
   * @throws FaqException if it is damaged or was changed, with a sentence for the user
   */
  public Pack read(Path file) throws FaqException {
    return PackFile.read(file);
  }

  /** Whether packs of this one's signer are trusted; one's own always are. */
  public boolean trusted(Pack pack) throws FaqException {
    boolean own = Files.exists(folder.signingKey()) && fingerprint().equals(pack.signer());
    return own || signers.trusted(pack.signer());
  }

  /** Trusts the signer of this pack from now on. */
  public void trust(Pack pack) throws FaqException {
    signers.trust(pack.signer());
  }

  /**
   * Reads a pack of a trusted signer.
   *
   * @param fingerprint trusted from now on if it is that of the pack; null for none
   * @throws FaqException also if the signer is unknown, with the remedy
   */
  public Pack readTrusted(Path file, @Nullable String fingerprint) throws FaqException {
    Pack pack = read(file);
    if (fingerprint != null && !Fingerprint.same(pack.signer(), fingerprint)) {
      throw new FaqException(
          file
              + " was not signed by "
              + fingerprint
              + " but by "
              + pack.signer()
              + "; nothing was imported. Ask whom you have it from.");
    }
    if (fingerprint != null) {
      trust(pack);
    } else if (!trusted(pack)) {
      throw new FaqException(
          file
              + " was signed by somebody unknown here: "
              + pack.signer()
              + ". Let its owner read these digits out to you, then say so: deskbert faq unpack \""
              + file
              + "\" --trust \""
              + pack.signer()
              + "\"");
    }
    return pack;
  }

  /** How a pack stands to a FAQ of the library. */
  public Standing standing(Pack pack, String name) throws FaqException {
    return library.exchange().standing(name, pack.shared());
  }

  /**
   * Brings a pack of a trusted signer into the library.
   *
   * @param name name of the FAQ, or null for the pack's own
   * @param older whether it may take the place of something newer
   * @throws FaqException if the name is taken and the mode says nothing, or the pack is older than
   *     what it would replace
   */
  public ImportReport unpack(
      Pack pack, Path file, @Nullable String name, ImportMode mode, boolean older)
      throws FaqException {
    String into = name == null ? pack.name() : name;
    String source = String.valueOf(file.getFileName());
    boolean exists = library.list().stream().anyMatch(info -> info.name().equals(into));
    Faq faq = pack.shared().faq();
    Comparison changes = Comparison.of(new Faq(into, List.of()), faq);
    if (!exists) {
      library.exchange().add(into, pack.shared(), source);
    } else if (mode == ImportMode.NEW) {
      throw new FaqException(
          "There already is a FAQ named "
              + into
              + "; choose --replace or --merge, or another name with --into.");
    } else if (mode == ImportMode.MERGE) {
      Merge merge = merge(pack, file, into, Map.of());
      int entries = merge.result().entries().size();
      return new ImportReport(into, entries, merge.changes(), merge.conflicts(), List.of());
    } else {
      boolean known = standing(pack, into) == Standing.KNOWN;
      boolean same = Comparison.of(library.load(into), faq).changes().isEmpty();
      if (known && !same && !older) {
        throw new FaqException(
            file
                + " is older than what "
                + into
                + " has: it is of "
                + pack.shared().version().at()
                + ". Nothing was changed; --older takes it nevertheless.");
      }
      library.exchange().replace(into, pack.shared(), source);
    }
    parts.spread(pack);
    return new ImportReport(into, faq.entries().size(), changes, List.of(), List.of());
  }

  /** What {@link #merge} would do, without doing it. */
  public Merge preview(Pack pack, String name, Map<String, Side> choices) throws FaqException {
    return library.exchange().preview(name, pack.shared(), choices);
  }

  /**
   * Merges a pack of a trusted signer into a FAQ of the library.
   *
   * @param choices the side to take for entries in conflict, by id; ours where nothing is said
   */
  public Merge merge(Pack pack, Path file, String name, Map<String, Side> choices)
      throws FaqException {
    String source = String.valueOf(file.getFileName());
    Merge merge = library.exchange().merge(name, pack.shared(), source, choices);
    parts.spread(pack);
    return merge;
  }

  /** Pictures of a pack that could not be put into their place, because other ones are there. */
  public List<String> clashes(Pack pack) throws FaqException {
    List<String> clashes = new ArrayList<>();
    try {
      for (Map.Entry<String, byte[]> each : pack.files().entrySet()) {
        Path there = folder.path().resolve(each.getKey());
        if (each.getKey().startsWith(DataFolder.PICTURES + "/")
            && Files.exists(there)
            && !java.util.Arrays.equals(Files.readAllBytes(there), each.getValue())) {
          clashes.add(each.getKey());
        }
      }
    } catch (IOException e) {
      throw new FaqException(folder.pictures() + " can't be read; check its rights.", e);
    }
    return clashes;
  }
}
