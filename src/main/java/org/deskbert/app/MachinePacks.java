package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deskbert.faq.Conflict;
import org.deskbert.faq.Exchange.Standing;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.Fingerprint;
import org.deskbert.faq.Library;
import org.deskbert.faq.Merge;
import org.deskbert.faq.Pack;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.Revision;
import org.deskbert.faq.WholeFile;

/**
 * Packs that the organisation has laid on the machine for all its users. They are looked at when
 * the program opens its library: a new or changed one is taken in, all others cost no more than a
 * look at their date.
 */
final class MachinePacks {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final int NAMED = 5;

  /**
   * What the policy says of packs.
   *
   * @param policy the policy's file
   * @param folder where the packs lie
   * @param signers fingerprints of those whose packs are taken
   */
  record Source(Path policy, Path folder, List<String> signers) {}

  /**
   * A pack that was taken.
   *
   * @param stamp size and time of the file
   * @param faq name of the FAQ in the library
   */
  private record Taken(String stamp, String faq) {}

  private final Source source;
  private final Packs packs;
  private final Library library;
  private final Path record;

  MachinePacks(Source source, Packs packs, Library library, DataFolder data) {
    this.source = source;
    this.packs = packs;
    this.library = library;
    this.record = data.machinePacks();
  }

  /**
   * Takes in the packs of the policy, then lets the FAQs of the policy answer.
   *
   * @return a sentence for each thing that somebody should know
   * @throws FaqException if the library lacks a FAQ that is to answer
   */
  static List<String> follow(MachinePolicy policy, Packs packs, Library library, DataFolder data)
      throws FaqException {
    Source source = policy.packs();
    List<String> notes =
        source == null ? List.of() : new MachinePacks(source, packs, library, data).take();
    try {
      policy.choose(library);
      return notes;
    } catch (FaqException e) {
      String why = String.join(" ", notes); // it may be missing because its pack is bad
      throw why.isEmpty() ? e : new FaqException(e.getMessage() + " " + why, e);
    }
  }

  /**
   * Takes in what is new. A pack that can't be taken changes nothing and keeps no other from it.
   *
   * @return a sentence for each thing that somebody should know
   */
  List<String> take() {
    List<Path> files;
    try (Stream<Path> all = Files.list(source.folder())) {
      files = all.filter(PackFile::isPack).sorted().toList();
    } catch (IOException e) {
      return List.of(
          "The packs in %s can't be read (%s); make that folder, or mend \"packs\" in %s."
              .formatted(source.folder(), WholeFile.reason(e), source.policy()));
    }
    List<String> notes = new ArrayList<>();
    Map<String, Taken> before = read();
    Map<String, Taken> now = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      try {
        String stamp = Files.size(file) + " " + Files.getLastModifiedTime(file);
        Taken taken = before.get(name);
        if (taken == null || !taken.stamp().equals(stamp) || !isThere(taken.faq())) {
          Pack pack = trusted(file);
          notes.addAll(take(file, pack));
          taken = new Taken(stamp, pack.name());
        }
        now.put(name, taken);
      } catch (FaqException e) {
        notes.add(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        notes.add(file + " can't be read (" + WholeFile.reason(e) + "); check its rights.");
      }
    }
    if (!now.equals(before)) {
      write(now);
    }
    return notes;
  }

  private boolean isThere(String faq) throws FaqException {
    return library.list().stream().map(FaqInfo::name).anyMatch(faq::equals);
  }

  private Pack trusted(Path file) throws FaqException {
    Pack pack = packs.read(file);
    if (source.signers().stream().noneMatch(each -> Fingerprint.same(pack.signer(), each))) {
      throw new FaqException(
          "%s was signed by %s, whom %s does not name; it was not taken in. Compare the digits with its owner, and add them to \"signers\" there."
              .formatted(file, pack.signer(), source.policy()));
    }
    return pack;
  }

  private List<String> take(Path file, Pack pack) throws FaqException {
    String name = pack.name();
    if (!isThere(name)) {
      packs.unpack(pack, file, name, ImportMode.NEW, false);
      return List.of();
    }
    Standing standing = packs.standing(pack, name);
    if (standing == Standing.KNOWN) {
      return List.of();
    }
    if (standing != Standing.STRANGE) {
      return conflicts(file, name, packs.merge(pack, file, name, Map.of()));
    }
    if (!isUntouchedSample(name)) {
      throw new FaqException(
          "%s was not taken in: there is another FAQ named %s here. Give that one another name: deskbert faq rename %s NEW"
              .formatted(file, name, name));
    }
    packs.unpack(pack, file, name, ImportMode.REPLACE, false);
    return List.of();
  }

  private boolean isUntouchedSample(String name) throws FaqException {
    return Faqs.SAMPLES.contains(name)
        && library.history().of(name).stream()
            .allMatch(change -> change.kind() == Revision.Kind.START);
  }

  private static List<String> conflicts(Path file, String name, Merge merge) {
    List<String> ids = merge.conflicts().stream().map(Conflict::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "";
    return List.of(
        "%s changes entries of %s that you have changed, too; yours were kept: %s%s."
            .formatted(file, name, named, more));
  }

  private Map<String, Taken> read() {
    try {
      Map<String, Taken> taken =
          GSON.fromJson(
              Files.readString(record), new TypeToken<TreeMap<String, Taken>>() {}.getType());
      return taken == null ? Map.of() : taken;
    } catch (IOException | JsonParseException e) {
      return Map.of(); // the packs are looked at anew; what is known already changes nothing
    }
  }

  private void write(Map<String, Taken> taken) {
    try {
      byte[] json = (GSON.toJson(taken) + "\n").getBytes(StandardCharsets.UTF_8);
      WholeFile.<RuntimeException>write(record, out -> out.write(json));
    } catch (IOException e) {
      // Then the next start looks at the packs again.
    }
  }
}
