package org.deskbert.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Override
  public Integer call() throws FaqException {
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
}
