import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Last step of the build: makes the launcher executable, notes which JDK built the program, puts
 * SQLite's natives beside those of ONNX Runtime, so that none is unpacked at every start, and takes
 * the HTTP client out of jsoup, which is here to read files.
 */
class FinishLayout {
  private static final Map<String, String> SQLITE =
      Map.of(
          "linux-x64", "Linux/x86_64/libsqlitejdbc.so",
          "linux-aarch64", "Linux/aarch64/libsqlitejdbc.so",
          "osx-aarch64", "Mac/aarch64/libsqlitejdbc.dylib",
          "win-x64", "Windows/x86_64/sqlitejdbc.dll");

  private static final Pattern HTTP_CLIENT =
      Pattern.compile(
          "META-INF/versions/.*|org/jsoup/examples/.*|org/jsoup/helper/(HttpConnection|UrlConnection"
              + "|RequestExecutor|RequestDispatch|RequestAuthenticator|AuthenticationHandler"
              + "|CookieUtil|UrlBuilder).*");

  public static void main(String[] args) throws IOException {
    Path layout = Path.of(args[0]);
    layout.resolve("bin/deskbert").toFile().setExecutable(true, false);
    Files.writeString(layout.resolve("lib/java-home"), System.getProperty("java.home") + "\n");
    try (var jars = Files.newDirectoryStream(layout.resolve("lib"), "sqlite-jdbc-*.jar")) {
      for (Path jar : jars) {
        unpackSqlite(jar, layout.resolve("native/ai/onnxruntime/native"));
      }
    }
    try (var jars = Files.newDirectoryStream(layout.resolve("lib"), "jsoup-*.jar")) {
      for (Path jar : jars) {
        removeHttpClient(jar);
      }
    }
  }

  private static void unpackSqlite(Path jar, Path natives) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Map.Entry<String, String> system : SQLITE.entrySet()) {
        ZipEntry library = zip.getEntry("org/sqlite/native/" + system.getValue());
        Path place = natives.resolve(system.getKey());
        String name = system.getValue().substring(system.getValue().lastIndexOf('/') + 1);
        try (InputStream in = zip.getInputStream(library)) {
          Files.copy(in, place.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void removeHttpClient(Path jar) throws IOException {
    Path less = jar.resolveSibling(jar.getFileName() + ".part");
    try (ZipFile in = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(less))) {
      for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
        if (!HTTP_CLIENT.matcher(entry.getName()).matches()) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTimeLocal(entry.getTimeLocal());
          out.putNextEntry(copy);
          in.getInputStream(entry).transferTo(out);
        }
      }
    }
    Files.move(less, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
