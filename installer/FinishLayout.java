import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Last step of the build: makes the launcher executable and notes which JDK built the program. */
class FinishLayout {
  public static void main(String[] args) throws IOException {
    Path layout = Path.of(args[0]);
    layout.resolve("bin/deskbert").toFile().setExecutable(true, false);
    Files.writeString(layout.resolve("lib/java-home"), System.getProperty("java.home") + "\n");
  }
}
