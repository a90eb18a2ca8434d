package org.deskbert.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deskbert.app.Wish;
import org.deskbert.faq.FaqException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Does what users do at first and ends by itself: the installers' build trains the start-up cache
 * of the Java with it.
 */
@Command(
    name = "rehearse",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Asks, shows the window, and ends.",
    footer = {"", "Example: deskbert rehearse"})
final class RehearseCommand implements Callable<Integer> {
  private static final String QUESTION = "I forgot my password";
  private static final int SECONDS_SHOWN = 15;
  private static final String CLASS = ".class";
  private static final String TOOLKIT = "com/sun/glass/ui/gtk/";

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Override
  public Integer call() throws FaqException, IOException, ClassNotFoundException {
    loadToolkit();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Console quiet = Console.of(InputStream.nullInputStream(), nowhere, nowhere, false);
    String[] ask =
        cli.data == null
            ? new String[] {"ask", "--json", QUESTION}
            : new String[] {"--data", cli.data.toString(), "ask", "--json", QUESTION};
    int code = Cli.run(ask, quiet, null);
    if (code != 0 || cli.window == null) {
      return code;
    }
    CompletableFuture.delayedExecutor(SECONDS_SHOWN, TimeUnit.SECONDS)
        .execute(() -> System.exit(0));
    return cli.window.open(cli.data, new Wish(null, QUESTION, false));
  }

  /** Has the cache hold what JavaFX needs of the desktop, which a rehearsal without one lacks. */
  private static void loadToolkit() throws IOException, ClassNotFoundException {
    Path classes = Path.of(URI.create("jrt:/javafx.graphics/" + TOOLKIT));
    if (!Files.isDirectory(classes)) {
      return; // not packaged, or not on Linux
    }
    try (Stream<Path> all = Files.list(classes)) {
      ClassLoader loader = RehearseCommand.class.getClassLoader();
      for (Path each : all.filter(file -> file.toString().endsWith(CLASS)).toList()) {
        String name = TOOLKIT + each.getFileName();
        Class.forName(
            name.substring(0, name.length() - CLASS.length()).replace('/', '.'), false, loader);
      }
    }
  }
}
