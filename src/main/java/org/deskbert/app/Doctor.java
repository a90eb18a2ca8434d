package org.deskbert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.faq.FaqException;
import org.deskbert.trace.Trace;

/** Says whether this machine is fit for the program. */
public final class Doctor {
  /**
   * One check.
   *
   * @param check what was looked at
   * @param ok whether it is fit
   * @param detail what was found
   */
  public record Finding(String check, boolean ok, String detail) {}

  /** What the check of the machine's packs is called; a failure names files and FAQs. */
  static final String PACKS = "packs of this machine";

  /** What the check of the machine's policy is called; a failure names FAQs. */
  static final String POLICY = "policy of this machine";

  private final Callable<DataFolder> data;

  /**
   * Creates a doctor.
   *
   * @param data opens the data folder, with its passphrase where it needs one
   */
  public Doctor(Callable<DataFolder> data) {
    this.data = data;
  }

  /** Makes all checks; about a second. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(check("java", Doctor::java));
    findings.add(check("processor", Doctor::processor));
    findings.add(check("data folder", () -> data.call().path() + " is writable"));
    try (DeskBert program = DeskBert.open(data.call())) {
      findings.add(new Finding("library", true, library(program)));
      findings.add(check("backups", () -> backups(program)));
      findings.add(check("settings", () -> settings(program)));
      findings.add(new Finding(POLICY, true, program.policy().toString()));
      findings.add(check(PACKS, () -> packs(program)));
      boolean on = program.encryption().isOn();
      findings.add(new Finding("encryption", true, on ? "on, AES-256-GCM and Argon2id" : "off"));
      findings.add(check("built-in intents", Doctor::intents));
      for (ModelInfo model : program.models().list()) {
        boolean ok = model.problem().isEmpty();
        findings.add(
            new Finding(
                "model " + model.name(), ok, ok ? "verified " + model.hash() : model.problem()));
      }
      findings.add(check("native library", () -> encoder(program)));
    } catch (MachinePolicy.Misfit e) {
      findings.add(new Finding(POLICY, false, message(e)));
    } catch (Exception e) {
      findings.add(new Finding("library", false, message(e)));
    }
    OfflineCheck offline = new OfflineCheck(Path.of("/proc/self"));
    findings.add(check("network", offline::sockets));
    findings.add(check("libraries loaded", offline::libraries));
    findings.add(check("network classes", offline::classes));
    return findings;
  }

  private static Finding check(String name, Callable<String> look) {
    try {
      return new Finding(name, true, look.call());
    } catch (Exception | LinkageError e) {
      return new Finding(name, false, message(e));
    }
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String java() {
    return "Java " + Runtime.version() + ", DeskBERT " + Program.version();
  }

  private static String processor() throws IOException {
    String cores = Runtime.getRuntime().availableProcessors() + " cores";
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.arch") + ", " + cores;
    }
    Set<String> flags = new HashSet<>();
    try (Stream<String> lines = Files.lines(info)) {
      lines
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .findFirst()
          .ifPresent(line -> flags.addAll(List.of(line.split("\\s+"))));
    }
    List<String> fast =
        Stream.of("avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8", "asimddp")
            .filter(flags::contains)
            .toList();
    if (fast.isEmpty()) {
      return cores + ", without AVX2: answers come, but slower";
    }
    return cores + ", " + String.join(" ", fast);
  }

  private static String library(DeskBert program) throws Exception {
    return program.faqs().size() + " FAQs, integrity good";
  }

  private static String backups(DeskBert program) throws FaqException {
    List<Backups.Backup> all = new Backups(program.folder()).list();
    return all.isEmpty()
        ? "none yet: the first is made when a program with a changed library ends"
        : all.size() + ", the last of " + all.getFirst().day();
  }

  private static String settings(DeskBert program) throws IOException {
    if (!program.settingsNote().isEmpty()) {
      throw new IOException(program.settingsNote());
    }
    return program.folder().settings() + " is good";
  }

  private static String packs(DeskBert program) throws IOException {
    if (!program.packNotes().isEmpty()) {
      throw new IOException(String.join(" ", program.packNotes()));
    }
    MachinePacks.Source source = program.policy().packs();
    return source == null ? "none" : "those in " + source.folder() + " are taken in";
  }

  private static String intents() throws FaqException {
    return Program.builtInIntents().examples().size() + " examples";
  }

  private static String encoder(DeskBert program) throws Exception {
    try (Encoder encoder = program.models().encoder(null)) {
      encoder.encode("Is everything all right?", new Trace());
      return "ONNX Runtime " + OnnxEncoder.runtimeVersion() + " encodes with " + encoder.name();
    }
  }
}
