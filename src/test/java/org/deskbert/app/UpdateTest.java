package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FileSignature;
import org.deskbert.faq.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives as the installers make them, but for the program inside, which only says its version.
 * {@code installer/linux/try.sh} does the same with the whole program, and kills it on the way.
 */
@EnabledOnOs(OS.LINUX)
class UpdateTest {
  @TempDir Path folder;

  private Path lib;
  private DataFolder data;
  private SigningKey maker;

  @BeforeEach
  void install() throws Exception {
    lib = folder.resolve("home/.local/lib");
    data = DataFolder.open(folder.resolve("data"));
    maker = SigningKey.open(folder.resolve("maker.json"));
    run(unpacked("0.9.0", "exit 0"), "sh", "install-for-me.sh");
    assertEquals("DeskBERT 0.9.0", used());
  }

  /** The folder in an archive. */
  private Path unpacked(String version, String start) throws IOException {
    Path program = folder.resolve(version).resolve("deskbert");
    Path linux = Path.of("installer/linux");
    Files.createDirectories(program.resolve("share/applications"));
    Files.createDirectories(program.resolve("bin"));
    Files.writeString(program.resolve("version"), version + "\n");
    Path launcher = program.resolve("bin/deskbert");
    Files.writeString(launcher, "#!/bin/sh\necho DeskBERT " + version + "\n" + start + "\n");
    assertTrue(launcher.toFile().setExecutable(true));
    for (String name : List.of("install-for-me.sh", "deskbert.desktop")) {
      Path to = name.endsWith("desktop") ? program.resolve("share/applications") : program;
      Files.copy(linux.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    return program;
  }

  private Path archive(String version, String start) throws Exception {
    Path program = unpacked(version, start);
    Path archive = folder.resolve("deskbert-" + version + "-linux.tar.gz");
    run(program.getParent(), "tar", "-czf", archive.toString(), "deskbert");
    FileSignature.sign(archive, maker);
    return archive;
  }

  private Map<String, String> environment() {
    String home = folder.resolve("home").toString();
    return Map.of("HOME", home, "XDG_DATA_HOME", home + "/.local/share");
  }

  private String run(Path where, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().putAll(environment());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    assertEquals(0, process.onExit().join().exitValue(), said);
    return said;
  }

  /** What the user gets who types {@code deskbert --version}. */
  private String used() throws IOException {
    return run(folder, folder.resolve("home/.local/bin/deskbert").toString(), "--version");
  }

  private Update update() throws IOException {
    return new Update(lib.resolve("deskbert").toRealPath(), data, environment());
  }

  private List<String> versions() throws IOException {
    try (Stream<Path> all = Files.list(lib)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private void refused(String words, Path archive, String trust) throws IOException {
    List<String> before = versions();
    Update update = update();
    FaqException e = assertThrows(FaqException.class, () -> update.install(archive, trust));
    assertTrue(e.getMessage().contains(words), e.getMessage());
    assertEquals("DeskBERT 0.9.0", used());
    assertEquals(before, versions());
  }

  @Test
  void updatesGoesBackAndForthAndKeepsTwoVersions() throws Exception {
    DeskBert.open(data).close();
    Path archive = archive("0.10.0", "exit 0");
    Files.createDirectories(lib.resolve("deskbert-update/left")); // cut off before
    Files.createDirectories(lib.resolve("deskbert-0.10.0/left"));
    update().install(archive, maker.fingerprint());
    assertEquals("DeskBERT 0.10.0", used());
    assertTrue(new Backups(data).beforeUpdate().isPresent());
    assertFalse(Files.exists(lib.resolve("deskbert-0.10.0/left")));
    assertTrue(update().rollback().startsWith("DeskBERT 0.9.0 is back."));
    assertEquals("DeskBERT 0.9.0", used());
    update().rollback();
    assertEquals("DeskBERT 0.10.0", used());
    update().install(archive("1.0", "exit 0"), null); // its signer is known now
    assertEquals("DeskBERT 1.0", used());
    assertEquals(
        List.of("deskbert", "deskbert-0.10.0", "deskbert-1.0", "deskbert-before"), versions());
    assertTrue(update().install(archive("1.0", ""), null).contains("installed already"));
    run(folder, "sh", lib.resolve("deskbert/install-for-me.sh").toString(), "--remove");
    assertEquals(List.of(), versions());
  }

  @Test
  void whatIsNotAsItWasSignedIsRefused() throws Exception {
    Path archive = archive("1.0", "exit 0");
    refused("was signed by " + maker.fingerprint() + ", who is unknown here", archive, null);
    refused("who is unknown here", archive, "12345 67890 12345 67890 12345 67890");
    byte[] bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 2] ^= 1;
    Files.write(archive, bytes);
    refused("does not fit its signature", archive, maker.fingerprint());
    Files.writeString(FileSignature.beside(archive), "nonsense\n!\n");
    refused("does not fit its signature", archive, maker.fingerprint());
    Files.delete(FileSignature.beside(archive));
    refused("is not signed", archive, maker.fingerprint());
    refused("There is no file", folder.resolve("none.tar.gz"), null);
  }

  @Test
  void whatIsNoNewerWorkingProgramIsRefused() throws Exception {
    String trust = maker.fingerprint();
    refused("older than 0.9.0", archive("0.8.9", "exit 0"), trust);
    refused("does not start on this machine", archive("1.0", "exit 1"), trust);
    Path other = Files.writeString(folder.resolve("other.tar.gz"), "no archive");
    FileSignature.sign(other, maker);
    refused("could not be updated (tar: ", other, trust);
    FaqException e = assertThrows(FaqException.class, () -> update().rollback());
    assertTrue(e.getMessage().contains("no version before"), e.getMessage());
  }

  @Test
  void whatAnotherInstallerBroughtIsLeftToIt() throws Exception {
    Path archive = archive("1.0", "exit 0");
    Path packaged = Files.createDirectories(folder.resolve("opt/deskbert"));
    FaqException e =
        assertThrows(
            FaqException.class,
            () -> new Update(packaged, data, environment()).install(archive, null));
    assertTrue(e.getMessage().contains("sudo apt install ./deskbert_VERSION"), e.getMessage());
    Path loose = folder.resolve("1.0/deskbert");
    e = assertThrows(FaqException.class, () -> new Update(loose, data, environment()).rollback());
    assertTrue(e.getMessage().contains("where it was unpacked"), e.getMessage());
    try (FirstWindow window = FirstWindow.open(data, new Wish(null, null, false)).orElseThrow()) {
      refused("window is open", archive, null);
    }
  }
}
