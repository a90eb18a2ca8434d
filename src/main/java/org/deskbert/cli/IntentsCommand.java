package org.deskbert.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Intent;
import org.deskbert.faq.IntentFile;
import org.deskbert.faq.Intents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What else the askers of a FAQ want, told by examples. */
@Command(
    name = "intents",
    mixinStandardHelpOptions = true,
    description = {
      "Lists or changes the owner's own intents of a FAQ.",
      "An intent has examples of what people type, and either a fixed reply or an entry of the FAQ"
          + " that answers. It competes with the entries by the same confidence; an entry that has"
          + " the very question comes first.",
      "A CSV file has the header intent,example,reply,entry and a row for each example, or several"
          + " examples in a cell with | between them."
    },
    footer = {
      "",
      "Example:",
      "  deskbert faq intents it --add \"canteen=what's for lunch|canteen menu\" --reply \"See the"
          + " board in the hall.\"",
      "  deskbert faq intents it --add \"locked out=i am locked out|cannot get in\" --entry it-1",
      "  deskbert faq intents it --remove canteen --export intents.csv",
      "  deskbert faq intents it --import intents.csv",
      "  deskbert faq intents it --json"
    })
final class IntentsCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "FAQ", description = "Name of a FAQ in the library.")
  @SuppressWarnings("NullAway.Init")
  private String faq;

  @Option(
      names = "--add",
      paramLabel = "NAME=EXAMPLE|…",
      description = "Add an intent, or more examples to the one that has this name.")
  private @Nullable String added;

  @Option(names = "--reply", paramLabel = "TEXT", description = "With --add: what to answer.")
  private @Nullable String reply;

  @Option(
      names = "--entry",
      paramLabel = "ID",
      description = "With --add: the entry that answers, in place of a reply.")
  private @Nullable String entry;

  @Option(
      names = "--remove",
      paramLabel = "NAME",
      description = "Remove the intent; may be repeated.")
  private List<String> removed = new ArrayList<>();

  @Option(names = "--list", description = "List them, as without any option.")
  private boolean list;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description = "Take all intents from a CSV file, in the place of those that are there.")
  private @Nullable Path from;

  @Option(names = "--export", paramLabel = "FILE", description = "Write all intents as CSV.")
  private @Nullable Path to;

  @Option(names = "--json", description = "A JSON list of intents.")
  private boolean json;

  @Override
  public Integer call() throws FaqException {
    Intent more = more();
    Intents imported = from == null ? null : IntentFile.read(from);
    boolean changes = imported != null || more != null || !removed.isEmpty();
    Console console = parent.cli.console;
    try (DeskBert program = parent.cli.open()) {
      Intents now =
          changes
              ? program.library().changeIntents(faq, before -> changed(before, imported, more))
              : program.library().load(faq).intents();
      if (to != null) {
        IntentFile.write(now, to);
      }
      if (json) {
        console.line(Json.GSON.toJson(json(now)));
      } else if (to != null) {
        console.line("Wrote " + count(now) + " to " + to + ".");
      } else if (changes && !list) {
        console.line(faq + " has " + count(now) + ".");
      } else {
        now.all().forEach(intent -> console.line(line(intent)));
        if (now.isEmpty()) {
          console.note(faq + " has no intents of its own; --help shows how to add some.");
        }
      }
      return 0;
    }
  }

  private Intents changed(Intents before, @Nullable Intents imported, @Nullable Intent more)
      throws FaqException {
    Intents now = imported == null ? before : imported;
    for (String name : removed) {
      now = now.remove(name);
    }
    return more == null ? now : now.add(more);
  }

  /** The intent of {@code --add}, {@code --reply} and {@code --entry}. */
  private @Nullable Intent more() {
    int equals = added == null ? -1 : added.indexOf('=');
    if (added == null && reply == null && entry == null) {
      return null;
    }
    if (added == null || equals < 0) {
      throw new ParameterException(
          spec.commandLine(),
          added == null
              ? "--reply and --entry go with --add \"NAME=EXAMPLE|EXAMPLE\"."
              : "--add takes a name and examples, for example \"canteen=what's for"
                  + " lunch|canteen menu\", not \""
                  + added
                  + "\".");
    }
    if (reply != null && entry != null) {
      throw new ParameterException(
          spec.commandLine(), "An intent has a --reply or an --entry, not both.");
    }
    List<String> examples = Arrays.asList(added.substring(equals + 1).split("\\|", -1));
    return new Intent(added.substring(0, equals), examples, reply == null ? "" : reply, entry);
  }

  private static String line(Intent intent) {
    String answer = intent.entry() == null ? intent.reply() : "entry " + intent.entry();
    return intent.name()
        + " = "
        + String.join(" | ", intent.examples())
        + " -> "
        + answer.replace('\n', ' ');
  }

  private static String count(Intents intents) {
    int count = intents.all().size();
    return count + (count == 1 ? " intent" : " intents");
  }

  private static JsonArray json(Intents intents) {
    JsonArray array = new JsonArray();
    for (Intent intent : intents.all()) {
      JsonObject one = new JsonObject();
      one.addProperty("intent", intent.name());
      JsonArray examples = new JsonArray();
      intent.examples().forEach(examples::add);
      one.add("examples", examples);
      one.addProperty("reply", intent.entry() == null ? intent.reply() : null);
      one.addProperty("entry", intent.entry());
      array.add(one);
    }
    return array;
  }
}
