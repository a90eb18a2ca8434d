package org.deskbert.app;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FileSignature;
import org.deskbert.faq.Fingerprint;
import org.deskbert.faq.Library;
import org.deskbert.faq.SigningKey;
import org.deskbert.faq.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Brings a newer version in the place of the one that {@code install-for-me.sh} has put into the
 * user's home, and goes back. Each version has its own folder, {@code deskbert-VERSION}; the link
 * {@code deskbert} beside them says which is used, {@code deskbert-before} which was used before.
 * The link is turned in one step by the same script, and last: whatever is cut off on the way
 * leaves the version that was there.
 */
public final class Update {
  private static final String USED = "deskbert";
  private static final String BEFORE = "deskbert-before";
  private static final String INSTALL = "install-for-me.sh";
  private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.+-]{0,40}");

  private final Path program;
  private final DataFolder folder;
  private final Map<String, String> environment;

  /** Updates the program that runs; {@code folder} is unlocked. */
  public Update(DataFolder folder) {
    this(Program.home(), folder, Map.of());
  }

  Update(Path program, DataFolder folder, Map<String, String> environment) {
    this.program = program;
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Signs an archive with the key of the data folder, so that others can update from it.
   *
   * @return the fingerprint, for those who get it
   */
  public String sign(Path archive) throws FaqException {
    SigningKey key = SigningKey.open(folder.signingKey());
    try {
      FileSignature.sign(archive, key);
    } catch (IOException e) {
      throw new FaqException(
          archive + " can't be read (" + WholeFile.reason(e) + "). Check the name and the rights.",
          e);
    }
    return key.fingerprint();
  }

  /**
   * Installs the version that an archive holds. Nothing is changed before its signature was checked
   * and the version in it has started here; the library is copied before.
   *
   * @param archive a portable archive, with its signature beside it
   * @param trust fingerprint of a signer who is trusted from now on; null for none
   * @return what was done, a sentence
   * @throws FaqException if it was not, with the reason and the remedy
   */
  public String install(Path archive, @Nullable String trust) throws FaqException {
    checkPlace();
    Path work = program.resolveSibling("deskbert-update");
    try {
      delete(work);
      Files.createDirectories(work);
      Path copy =
          work.resolve("archive.tar.gz"); // so that it can't be changed after it was checked
      checkSigner(archive, copy, trust);
      run(work, "tar", "-xzf", copy.toString(), "--no-same-owner");
      Path fresh = work.resolve("deskbert");
      String offered = version(fresh);
      String used = version(program);
      int newer = parse(offered).compareTo(parse(used));
      if (newer == 0) {
        return "DeskBERT " + used + " is installed already; nothing was changed.";
      }
      if (newer < 0) {
        throw new FaqException(
            "%s holds DeskBERT %s, which is older than %s; nothing was changed. \"deskbert update --rollback\" goes back to the version before the last update."
                .formatted(archive, offered, used));
      }
      tryOut(archive, fresh);
      keepLibrary();
      Path place = program.resolveSibling("deskbert-" + offered);
      delete(place);
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
      run(place, "sh", INSTALL);
      return "DeskBERT %s is installed; \"deskbert update --rollback\" goes back to %s."
          .formatted(offered, used);
    } catch (IOException e) {
      throw new FaqException(
          "DeskBERT could not be updated (%s); the version that was there stays. Check the disk, its rights and %s."
              .formatted(WholeFile.reason(e), archive),
          e);
    } finally {
      deleteQuietly(work);
    }
  }

  /**
   * Goes back to the version that was used before the last update.
   *
   * @return what was done, a sentence
   * @throws FaqException if there is none
   */
  public String rollback() throws FaqException {
    checkPlace();
    Path before = program.resolveSibling(BEFORE);
    try {
      if (!Files.exists(before) || Files.isSameFile(before, program)) {
        throw new FaqException(
            "There is no version before this one; an update keeps the one that it replaces.");
      }
      Path place = before.toRealPath();
      run(place, "sh", INSTALL);
      String back = "DeskBERT " + version(place) + " is back.";
      boolean kept = new Backups(folder).beforeUpdate().isPresent();
      return kept
          ? back
              + " Should it say that the library is of a newer version: \"deskbert doctor --restore"
              + " "
              + Backups.BEFORE_UPDATE
              + "\" takes the one from before the update."
          : back;
    } catch (IOException e) {
      throw new FaqException(
          "DeskBERT could not go back (%s); the version that was there stays. Check the disk and its rights."
              .formatted(WholeFile.reason(e)),
          e);
    }
  }

  private void checkPlace() throws FaqException {
    if (!Files.exists(program.resolve("version"))) {
      throw new FaqException(
          "DeskBERT in %s is updated by what installed it: \"sudo apt install ./deskbert_VERSION_amd64.deb\", \"sudo dnf install ./deskbert-VERSION.x86_64.rpm\", or the newer .msi or .dmg. Your FAQs stay."
              .formatted(program));
    }
    try {
      Path used = program.resolveSibling(USED);
      if (!Files.isSymbolicLink(used) || !Files.isSameFile(used, program)) {
        throw new FaqException(
            "DeskBERT runs in %s, where it was unpacked: install it by %s there, or unpack the newer archive beside it."
                .formatted(program, INSTALL));
      }
    } catch (IOException e) {
      throw new FaqException(program + " can't be read (" + WholeFile.reason(e) + ").", e);
    }
    if (FirstWindow.isOpen(folder)) {
      throw new FaqException("DeskBERT's window is open; close it, then run this again.");
    }
  }

  private void checkSigner(Path archive, Path copy, @Nullable String trust)
      throws IOException, FaqException {
    String signer = FileSignature.copyChecked(archive, copy);
    Signers signers = new Signers(folder.updateSigners());
    if (trust != null && Fingerprint.same(signer, trust)) {
      signers.trust(signer);
    } else if (trust != null || !signers.trusted(signer)) {
      throw new FaqException(
          "%s was signed by %s, who is unknown here; nothing was changed. Let who made it read these digits out to you, then: deskbert update \"%s\" --trust \"%s\""
              .formatted(archive, signer, archive, signer));
    }
  }

  /** A package for another kind of machine, or one that lacks something, must not take over. */
  private void tryOut(Path archive, Path fresh) throws FaqException {
    try {
      run(fresh, "bin/deskbert", "--version");
    } catch (IOException e) {
      throw new FaqException(
          "The program in %s does not start on this machine (%s); nothing was changed. See that it is the archive for this kind of machine."
              .formatted(archive, WholeFile.reason(e)),
          e);
    }
  }

  private void keepLibrary() throws FaqException {
    if (Files.exists(folder.library())) {
      try (Library library = Library.open(folder.library(), folder.seal())) {
        new Backups(folder).keepBeforeUpdate(library);
      }
    }
  }

  private static String version(Path program) throws IOException {
    String version = Files.readString(program.resolve("version")).strip();
    if (!VERSION.matcher(version).matches()) {
      throw new IOException("it holds no program of DeskBERT");
    }
    return version;
  }

  private static ModuleDescriptor.Version parse(String version) {
    return ModuleDescriptor.Version.parse(version);
  }

  private void run(Path where, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      String last = said.lines().reduce("exit code " + code, (_, line) -> line);
      throw new IOException(command[0] + ": " + last);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void deleteQuietly(Path tree) {
    try {
      delete(tree);
    } catch (IOException e) {
      // The next update begins with it.
    }
  }
}
