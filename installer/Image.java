import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the folder that the installers hold from the one that {@code mvn package} lays out: with a
 * trimmed Java of its own, and with the natives of this system only, beside the jars, so that
 * nothing is unpacked when the program runs. Two runs over the same input give the same bytes.
 */
class Image {
  /**
   * What the program and its libraries use of the JDK, and no more: above all no java.net.http, no
   * java.rmi, no java.naming. SQLite uses java.sql; JavaFX and Lucene use jdk.unsupported.
   */
  private static final String MODULES =
      "java.base,java.logging,java.sql,java.xml,jdk.unsupported,javafx.controls";

  private static final Pattern NATIVE =
      Pattern.compile(".*(\\.(so|dylib|jnilib|dll|lib|pdb)|\\.dSYM/.*)");

  private static final Pattern LICENCE =
      Pattern.compile("(?i)([^/]*/)*(licen[sc]e|notice|thirdpartynotices)[^/]*(?<!class)");

  private static final Path LICENCES = Path.of("installer/licenses");

  private final Path image;
  private final Path javafx;
  private final Instant time;

  private Image(Path image, Instant time) {
    this.image = image;
    this.javafx = image.resolveSibling("javafx");
    this.time = time;
  }

  /** Words: the layout, the image to make, the time that all files in it get (ISO 8601). */
  public static void main(String[] args) throws IOException {
    new Image(Path.of(args[1]).toAbsolutePath(), Instant.parse(args[2])).make(Path.of(args[0]));
  }

  private void make(Path layout) throws IOException {
    delete(image);
    delete(javafx);
    Files.createDirectories(image.resolve("native"));
    Files.createDirectories(javafx);
    for (Path file : files(layout)) {
      Path place = layout.relativize(file);
      if (file.getFileName().toString().startsWith("javafx-")) {
        addModule(file);
      } else if (!place.startsWith("native") && !place.equals(Path.of("lib/java-home"))) {
        Path to = image.resolve(place);
        Files.createDirectories(to.getParent());
        if (file.toString().endsWith(".jar")) {
          splitOffNatives(file, to, image.resolve("native"));
          copyLicence(file);
        } else {
          Files.copy(file, to);
        }
      }
    }
    Files.copy(LICENCES.resolve("feather-icons.txt"), image.resolve("licenses/feather-icons.txt"));
    // Not compressed: the packages compress better what is not, and the program starts from it sooner.
    run("jlink", "--module-path", javafx.toString(), "--add-modules", MODULES,
        "--output", image.resolve("runtime").toString(),
        "--strip-debug", "--no-header-files", "--no-man-pages", "--compress=zip-0");
    image.resolve("bin/deskbert").toFile().setExecutable(true, false);
    setTimes();
    if (onSystem("linux", "", "").equals("linux")) {
      train();
      setTimes();
    }
  }

  /**
   * Trains the start-up cache (JEP 514) by the launcher that will use it, without a display. Beside
   * it lies the checksum of the jars that it was trained with.
   */
  private void train() throws IOException {
    Path cache = image.resolve("lib/deskbert.aot");
    Path log = image.resolveSibling("training.log");
    Path data = Files.createTempDirectory("deskbert-training");
    ProcessBuilder rehearsal =
        new ProcessBuilder(
                image.resolve("bin/deskbert").toString(), "--data", data.toString(), "rehearse")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    rehearsal.environment().put("JAVA_TOOL_OPTIONS",
        "-XX:AOTCacheOutput=" + cache + " -Dglass.platform=Headless");
    rehearsal.environment().put("DESKBERT_PRISM", "sw");
    rehearsal.environment().put("DISPLAY", "headless");
    int code = wait(rehearsal.start());
    delete(data);
    if (code != 0 || !Files.exists(cache)) {
      throw new IllegalStateException("The rehearsal failed (" + code + "); see " + log);
    }
    Process sum =
        new ProcessBuilder("sh", "-c", "LC_ALL=C; export LC_ALL; cat lib/*.jar | cksum")
            .directory(image.toFile())
            .redirectOutput(image.resolve("lib/deskbert.aot.jars").toFile())
            .start();
    if (wait(sum) != 0) {
      throw new IllegalStateException("cksum failed");
    }
  }

  private static int wait(Process process) {
    return process.onExit().join().exitValue();
  }

  private void setTimes() throws IOException {
    try (Stream<Path> all = Files.walk(image)) {
      for (Path each : all.toList()) {
        Files.setLastModifiedTime(each, FileTime.from(time));
      }
    }
  }

  /** Makes a jmod of a jar of JavaFX: so its natives lie in the Java's lib, and stay there. */
  private void addModule(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.getEntry("module-info.class") == null) {
        return; // an empty jar that only names the jar of the system
      }
    }
    String name = jar.getFileName().toString().replaceFirst("-[0-9].*", "").replace('-', '.');
    Path work = javafx.resolveSibling("javafx-work");
    delete(work);
    Files.createDirectories(work.resolve("lib"));
    splitOffNatives(jar, work.resolve("classes.jar"), work.resolve("lib"));
    copyLicence(jar);
    run("jmod", "create", "--class-path", work.resolve("classes.jar").toString(),
        "--libs", work.resolve("lib").toString(), "--date", time.toString(),
        javafx.resolve(name + ".jmod").toString());
    delete(work);
  }

  /** Copies the licence texts in a jar, or where there are none that which stands in for them. */
  private void copyLicence(Path jar) throws IOException {
    String library = jar.getFileName().toString().replaceFirst("(-[0-9].*)?\\.jar", "");
    Path folder = image.resolve("licenses");
    Files.createDirectories(folder);
    boolean found = library.equals("deskbert"); // its own lies beside
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        if (LICENCE.matcher(entry.getName()).matches()) {
          String name = Path.of(entry.getName()).getFileName().toString();
          byte[] text = zip.getInputStream(entry).readAllBytes();
          Files.write(folder.resolve(library + "-" + name), text);
          found = true;
        }
      }
    }
    Path standIn = LICENCES.resolve(library + ".txt");
    if (Files.exists(standIn)) {
      Files.copy(standIn, folder.resolve(library + ".txt"));
    } else if (!found) {
      throw new IllegalStateException(jar + " has no licence text; put one into " + standIn + ".");
    }
  }

  /** Copies a jar without natives; those for this system go to a folder. */
  private static void splitOffNatives(Path jar, Path to, Path folder) throws IOException {
    Set<String> ours = Set.of("", onnxRuntimePlace(), sqlitePlace());
    try (ZipFile in = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        int name = entry.getName().lastIndexOf('/') + 1;
        if (!NATIVE.matcher(entry.getName()).matches()) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTimeLocal(entry.getTimeLocal());
          out.putNextEntry(copy);
          out.write(content);
        } else if (ours.contains(entry.getName().substring(0, name))) {
          Files.write(folder.resolve(entry.getName().substring(name)), content);
        }
      }
    }
  }

  private static String onnxRuntimePlace() {
    String system = onSystem("linux", "osx", "win");
    return "ai/onnxruntime/native/" + system + (arm() ? "-aarch64/" : "-x64/");
  }

  private static String sqlitePlace() {
    String system = onSystem("Linux", "Mac", "Windows");
    return "org/sqlite/native/" + system + (arm() ? "/aarch64/" : "/x86_64/");
  }

  private static boolean arm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  private static String onSystem(String linux, String mac, String windows) {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("linux") ? linux : name.startsWith("mac") ? mac : windows;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void run(String tool, String... words) {
    int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, words);
    if (code != 0) {
      throw new IllegalStateException(tool + " failed with exit code " + code);
    }
  }
}
