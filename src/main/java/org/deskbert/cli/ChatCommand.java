package org.deskbert.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Handover;
import org.deskbert.chat.Turn;
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
    description = {
      "Chats in the terminal.",
      "A question may lean on the one before, as in \"and on a Mac?\".",
      "  /topic    tells what the conversation is about",
      "  /new      forgets it: the next question is taken by itself",
      "  /summary  prints what was asked and shown, to pass on to a person"
    },
    footer = {"", "Example: deskbert chat -f it"})
final class ChatCommand implements Callable<Integer> {
  private static final String SUMMARY_HINT = " /summary prints this conversation to pass on.";

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
          "Ask about "
              + engine.label()
              + "; a number picks a suggestion, /topic, /new, /summary as in --help, an empty line"
              + " ends.");
      engine.prepare();
      Conversation conversation = Conversation.EMPTY;
      String line = question == null ? prompt(console) : question;
      while (line != null && !line.isBlank() && !console.out().checkError()) {
        conversation = answer(console, engine, conversation, line.strip());
        line = prompt(console);
      }
      return 0;
    }
  }

  private static Conversation answer(
      Console console, Engine engine, Conversation conversation, String line) {
    Conversation.Topic topic = conversation.topic();
    return switch (line) {
      case "/topic" -> {
        console.note(topic == null ? "No topic." : "Topic: " + topic.name());
        yield conversation;
      }
      case "/summary" -> {
        console.lineNow(Handover.of(conversation, "").summary().strip());
        yield conversation;
      }
      case "/new" -> {
        console.note("A new conversation begins.");
        yield Conversation.EMPTY;
      }
      default -> {
        Turn turn = engine.say(conversation, line);
        console.lineNow((turn.note() + "\n" + ReplyText.of(turn.reply(), false)).strip());
        Handover handover = turn.handover();
        if (handover != null) {
          console.note(("Rather ask a person? " + handover.contact()).strip() + SUMMARY_HINT);
        }
        yield turn.next();
      }
    };
  }

  private static @Nullable String prompt(Console console) throws IOException {
    console.err().print("> ");
    console.err().flush();
    return console.readLine();
  }
}
