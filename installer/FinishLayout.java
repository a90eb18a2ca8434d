import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Last step of the build: makes the launcher executable, notes which JDK built the program, and puts
 * SQLite's natives beside those of ONNX Runtime, so that none is unpacked at every start.
 */
class FinishLayout {
  private static final Map<String, String> SQLITE =
      Map.of(
          "linux-x64", "Linux/x86_64/libsqlitejdbc.so",
          "linux-aarch64", "Linux/aarch64/libsqlitejdbc.so",
          "osx-aarch64", "Mac/aarch64/libsqlitejdbc.dylib",
          "win-x64", "Windows/x86_64/sqlitejdbc.dll");

  public static void main(String[] args) throws IOException {
    Path layout = Path.of(args[0]);
    layout.resolve("bin/deskbert").toFile().setExecutable(true, false);
    Files.writeString(layout.resolve("lib/java-home"), System.getProperty("java.home") + "\n");
    try (var jars = Files.newDirectoryStream(layout.resolve("lib"), "sqlite-jdbc-*.jar")) {
      for (Path jar : jars) {
        unpackSqlite(jar, layout.resolve("native/ai/onnxruntime/native"));
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
}
