import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Packs the program's folder for the system that this runs on: by {@code linux/packages.sh} there,
 * by jpackage on Windows (.msi, for one user and for the machine) and macOS (.dmg).
 */
class Packages {
  /** Never to change: by it Windows knows that a newer version takes the place of an older one. */
  private static final String UPGRADE_USER = "6e1d1f0e-7a52-4a0f-9f5b-2d0b8f1c7a10";

  private static final String UPGRADE_MACHINE = "6e1d1f0e-7a52-4a0f-9f5b-2d0b8f1c7a11";

  private final Path image;
  private final Path dist;
  private final String version;
  private final String key;

  private Packages(Path image, Path dist, String version, String key) {
    this.image = image;
    this.dist = dist;
    this.version = version;
    this.key = key;
  }

  /**
   * Words: the program's folder, the folder with manual pages and completion, where the packages
   * go, version, time (ISO 8601), and the key to sign with, or nothing.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("linux")) {
      List<String> command = new ArrayList<>(List.of("installer/linux/packages.sh"));
      Collections.addAll(command, args);
      System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
    String key = args.length > 5 ? args[5] : "";
    Packages packages = new Packages(Path.of(args[0]), Path.of(args[2]), args[3], key);
    packages.pack(system.startsWith("mac"));
  }

  private void pack(boolean mac) throws IOException {
    Path work = image.resolveSibling("jpackage");
    Path runtime = image.resolveSibling("runtime");
    Files.move(image.resolve("runtime"), runtime);
    Path association = Files.writeString(image.resolveSibling("faqpack.properties"), """
        extension=faqpack
        mime-type=application/vnd.deskbert.faqpack
        description=DeskBERT FAQ pack
        """);
    List<String> words = new ArrayList<>(List.of(
        "--name", "DeskBERT", "--app-version", version, "--vendor", "DeskBERT authors",
        "--description", "Answers questions from a local FAQ, offline", "--license-file", "LICENSE",
        "--input", image.toString(), "--main-jar", "lib/deskbert.jar",
        "--main-class", "org.deskbert.Main", "--runtime-image", runtime.toString(),
        "--file-associations", association.toString(), "--temp", work.toString()));
    for (String option : options()) {
      Collections.addAll(words, "--java-options", option);
    }
    if (mac) {
      Collections.addAll(words, "--icon", "installer/macos/deskbert.icns");
      if (!key.isEmpty()) {
        Collections.addAll(words, "--mac-sign", "--mac-signing-key-user-name", key);
      }
      jpackage("dmg", dist, words);
    } else {
      Path console = Files.writeString(image.resolveSibling("console.properties"), "win-console=true\n");
      Collections.addAll(words, "--icon", "installer/windows/deskbert.ico", "--win-menu",
          "--add-launcher", "deskbert-console=" + console);
      jpackage("msi", dist.resolve("machine"), with(words, "--win-upgrade-uuid", UPGRADE_MACHINE));
      jpackage("msi", dist.resolve("user"),
          with(words, "--win-upgrade-uuid", UPGRADE_USER, "--win-per-user-install"));
      System.out.println("The .msi files are signed afterwards, by signtool, or are unsigned.");
    }
    writeChecksums();
    if (key.isEmpty()) {
      System.out.println("The packages are unsigned: name a key with -Dsign.key=KEY.");
    }
  }

  /** As the launcher for Linux has them; but for the start-up cache, which jpackage's class path does not fit. */
  private static List<String> options() {
    return List.of(
        "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xss4m", "-Xms32m", "-Xmn16m", "-XX:-ShrinkHeapInSteps",
        "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30",
        "--enable-native-access=ALL-UNNAMED,javafx.graphics",
        "--sun-misc-unsafe-memory-access=allow", "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dstdin.encoding=UTF-8",
        "-Ddeskbert.home=$APPDIR", "-Donnxruntime.native.path=$APPDIR/native",
        "-Dorg.sqlite.lib.path=$APPDIR/native");
  }

  private static List<String> with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    Collections.addAll(all, more);
    return all;
  }

  private static void jpackage(String type, Path dest, List<String> words) throws IOException {
    Files.createDirectories(dest);
    String[] all = with(words, "--type", type, "--dest", dest.toString()).toArray(String[]::new);
    int code = ToolProvider.findFirst("jpackage").orElseThrow().run(System.out, System.err, all);
    if (code != 0) {
      throw new IllegalStateException("jpackage failed with exit code " + code);
    }
  }

  private void writeChecksums() throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.walk(dist)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().matches(".*\\.(msi|dmg|json)")) {
          byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          String name = dist.relativize(file).toString().replace('\\', '/');
          sums.append(HexFormat.of().formatHex(sum)).append("  ").append(name).append('\n');
        }
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Files.writeString(dist.resolve("SHA256SUMS"), sums);
  }
}
