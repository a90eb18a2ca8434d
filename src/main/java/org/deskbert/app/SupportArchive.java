package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.WholeFile;

/**
 * What somebody who helps from afar needs to know, in one archive: findings, settings, sizes and
 * numbers. No question, no answer, no name of a FAQ, no contact, no path of the user.
 */
public final class SupportArchive {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Map<String, String> parts;

  /** Creates an archive of texts by the names of their files. */
  public SupportArchive(Map<String, String> parts) {
    this.parts = new LinkedHashMap<>(parts);
  }

  /** Gathers everything; about a second, as long as {@link Doctor#examine}. */
  public static SupportArchive gather(DataFolder folder, List<Doctor.Finding> findings) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "findings.json", GSON.toJson(findings.stream().map(SupportArchive::nameless).toList()));
    parts.put("machine.json", GSON.toJson(machine()));
    SettingsFile stored = new SettingsFile(folder.settings());
    parts.put("settings.json", GSON.toJson(stored.peek().withContact("")));
    parts.put("library.json", GSON.toJson(library(folder)));
    parts.put("files.json", GSON.toJson(files(folder)));
    String home = System.getProperty("user.home", "");
    parts.replaceAll((_, text) -> anonymous(text, folder.path().toString(), home));
    return new SupportArchive(parts);
  }

  /** The text of each file in the archive, by its name: to be shown before it is written. */
  public Map<String, String> parts() {
    return Collections.unmodifiableMap(parts);
  }

  /**
   * Writes the archive, whole or not at all.
   *
   * @throws FaqException if it can't be written there
   */
  public void write(Path file) throws FaqException {
    try {
      WholeFile.<IOException>write(
          file,
          out -> {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> part : parts.entrySet()) {
              zip.putNextEntry(new ZipEntry(part.getKey()));
              zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
              zip.closeEntry();
            }
            zip.finish();
          });
    } catch (IOException e) {
      throw new FaqException(
          file + " can't be written (" + WholeFile.reason(e) + "). Choose another place.", e);
    }
  }

  private static Doctor.Finding nameless(Doctor.Finding finding) {
    boolean names = List.of(Doctor.PACKS, Doctor.POLICY).contains(finding.check());
    return finding.ok() || !names
        ? finding
        : new Doctor.Finding(finding.check(), false, "not well; \"doctor\" names what it is about");
  }

  private static String anonymous(String text, String data, String home) {
    String hidden = text.replace(data, "DATA");
    return home.length() > 1 ? hidden.replace(home, "HOME") : hidden;
  }

  private static Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("deskbert", Program.version());
    machine.put("java", Runtime.version().toString());
    for (String property : List.of("os.name", "os.version", "os.arch", "file.encoding")) {
      machine.put(property, System.getProperty(property, ""));
    }
    machine.put("language", Locale.getDefault().toLanguageTag());
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put("heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    return machine;
  }

  private record Numbers(boolean active, int entries, int phrasings) {}

  private static Object library(DataFolder folder) {
    try (DeskBert program = DeskBert.open(folder)) {
      return program.faqs().stream()
          .map(faq -> new Numbers(faq.active(), faq.entries(), faq.phrasings()))
          .toList();
    } catch (MachinePolicy.Misfit e) {
      return Map.of("problem", "The policy names a FAQ that the library lacks.");
    } catch (FaqException e) {
      return Map.of("problem", String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Long> files(DataFolder folder) {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.path(), 3)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(folder.path().relativize(file).toString(), Files.size(file));
      }
    } catch (IOException e) {
      sizes.put("could not be listed: " + e.getMessage(), 0L);
    }
    return sizes;
  }
}
