package org.deskbert.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.chat.Reply;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Answers one question, or one a line from standard input. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Answers a question, or one a line from standard input.",
    footer = {"", "Example: deskbert ask -f it --json \"How do I reset my password?\""})
final class AskCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Mixin private FaqOptions options = new FaqOptions();

  @Option(names = "--json", description = "One JSON object for each question.")
  private boolean json;

  @Option(names = "--explain", description = "Say why.")
  private boolean explain;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUESTION",
      description = "What to ask; without it each line of standard input.")
  private @Nullable String question;

  @Override
  public Integer call() throws FaqException, BundleException, IOException {
    try (DeskBert program = cli.open();
        Engine engine = options.engine(program, cli)) {
      if (question != null) {
        answer(engine, question);
        return 0;
      }
      for (String line = cli.console.readLine();
          line != null && !cli.console.out().checkError();
          line = cli.console.readLine()) {
        answer(engine, line);
      }
      return 0;
    }
  }

  private void answer(Engine engine, String text) {
    Reply reply = engine.ask(text);
    String read = engine.assistant().index().rewrite(text);
    String synonyms = explain && !read.equals(text) ? "\n  read as \"" + read + "\"" : "";
    cli.console.lineNow(
        json
            ? Json.GSON.toJson(Json.reply(reply))
            : ReplyText.of(reply, explain).strip() + synonyms);
  }
}
