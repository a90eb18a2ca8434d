import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deskbert.cli.Cli;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the sources of the manual pages and the completion for bash and zsh, as the command line has it. */
class Documents {
  /** Words: the folder for the manual pages, the file for the completion. */
  public static void main(String[] args) throws IOException {
    CommandLine line = Cli.commandLine();
    Path completion = Path.of(args[1]);
    Files.createDirectories(completion.getParent());
    Files.writeString(completion, AutoComplete.bash("deskbert", line));
    int code =
        ManPageGenerator.generateManPage(
            new File(args[0]), null, new boolean[0], true, line.getCommandSpec());
    if (code != 0) {
      throw new IllegalStateException("The manual pages could not be written: " + code);
    }
  }
}
