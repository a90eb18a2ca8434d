package org.deskbert.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.chat.Reply;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** The chat in the terminal: for machines without a display and for Linux screen readers. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = "Chats in the terminal.",
    footer = {"", "Example: deskbert chat -f it"})
final class ChatCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Mixin private FaqOptions options = new FaqOptions();

  @Override
  public Integer call() throws FaqException, BundleException, IOException {
    return chat(cli, options, null);
  }

  static int chat(Cli cli, FaqOptions options, @Nullable String question)
      throws FaqException, BundleException, IOException {
    Console console = cli.console;
    try (DeskBert program = cli.open();
        Engine engine = options.engine(program, cli)) {
      console.note(
          "Ask about " + engine.label() + "; a number picks a suggestion, an empty line ends.");
      List<Reply.Suggestion> suggestions = List.of();
      String line = question == null ? prompt(console) : question;
      while (line != null && !line.isBlank() && !console.out().checkError()) {
        Reply.Suggestion picked = picked(line, suggestions);
        Reply reply = picked == null ? engine.ask(line) : engine.ask(picked.entry().question());
        suggestions =
            reply instanceof Reply.DidYouMean ambiguous ? ambiguous.suggestions() : List.of();
        console.lineNow(ReplyText.of(reply, false).strip());
        line = prompt(console);
      }
      return 0;
    }
  }

  private static @Nullable String prompt(Console console) throws IOException {
    console.err().print("> ");
    console.err().flush();
    return console.readLine();
  }

  private static Reply.@Nullable Suggestion picked(String line, List<Reply.Suggestion> from) {
    String word = line.strip();
    if (!word.matches("[1-9]") || Integer.parseInt(word) > from.size()) {
      return null;
    }
    return from.get(Integer.parseInt(word) - 1);
  }
}
