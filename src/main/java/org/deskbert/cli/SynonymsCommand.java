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
import org.deskbert.faq.SynonymFile;
import org.deskbert.faq.Synonyms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Terms that mean the same in a FAQ. */
@Command(
    name = "synonyms",
    mixinStandardHelpOptions = true,
    description = {
      "Lists or changes the terms that mean the same in a FAQ.",
      "The first term of a group takes the place of the others before question and FAQ are"
          + " compared, so put the plainest first. An abbreviation that is an ordinary word in"
          + " lower case, such as IT, is written in capitals and found only in capitals.",
      "A CSV file has a group a row: the first term, then the others in cells of their own or in"
          + " one cell with | between them. The header term,synonyms may be missing."
    },
    footer = {
      "",
      "Example:",
      "  deskbert faq synonyms it --add \"virtual private network=VPN|tunnel\"",
      "  deskbert faq synonyms it --add \"information technology=IT\"",
      "  deskbert faq synonyms it --remove tunnel --export terms.csv",
      "  deskbert faq synonyms hr --import terms.csv",
      "  deskbert faq synonyms hr --json"
    })
final class SynonymsCommand implements Callable<Integer> {
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
      paramLabel = "TERM=SYNONYM|…",
      description = "Add a group, or more terms to the group of TERM; may be repeated.")
  private List<String> added = new ArrayList<>();

  @Option(
      names = "--remove",
      paramLabel = "TERM",
      description = "Remove the group that begins with TERM, or TERM from its group; repeatable.")
  private List<String> removed = new ArrayList<>();

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description = "Take all groups from a CSV file, in the place of those that are there.")
  private @Nullable Path from;

  @Option(names = "--export", paramLabel = "FILE", description = "Write all groups as CSV.")
  private @Nullable Path to;

  @Option(names = "--json", description = "A JSON list of groups.")
  private boolean json;

  @Override
  public Integer call() throws FaqException {
    List<List<String>> groups = new ArrayList<>();
    for (String text : added) {
      groups.add(group(text));
    }
    Synonyms imported = from == null ? null : SynonymFile.read(from);
    boolean changes = imported != null || !groups.isEmpty() || !removed.isEmpty();
    Console console = parent.cli.console;
    try (DeskBert program = parent.cli.open()) {
      Synonyms now =
          changes
              ? program.library().changeSynonyms(faq, before -> changed(before, imported, groups))
              : program.library().load(faq).synonyms();
      if (to != null) {
        SynonymFile.write(now, to);
      }
      if (json) {
        console.line(Json.GSON.toJson(json(now)));
      } else if (to != null) {
        console.line("Wrote " + count(now) + " to " + to + ".");
      } else if (changes) {
        console.line(faq + " has " + count(now) + ".");
      } else {
        now.groups().forEach(group -> console.line(line(group)));
        if (now.isEmpty()) {
          console.note(faq + " has no synonyms; --help shows how to add some.");
        }
      }
      return 0;
    }
  }

  private Synonyms changed(Synonyms before, @Nullable Synonyms imported, List<List<String>> groups)
      throws FaqException {
    Synonyms now = imported == null ? before : imported;
    for (String term : removed) {
      now = now.remove(term);
    }
    for (List<String> group : groups) {
      now = now.add(group);
    }
    return now;
  }

  /** The terms of {@code VPN=virtual private network|tunnel}. */
  private List<String> group(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--add takes a term and its synonyms, for example \"VPN=virtual private"
              + " network|tunnel\", not \""
              + text
              + "\".");
    }
    List<String> terms = new ArrayList<>(List.of(text.substring(0, equals)));
    terms.addAll(Arrays.asList(text.substring(equals + 1).split("\\|", -1)));
    return terms;
  }

  private static String line(List<String> group) {
    return group.getFirst() + " = " + String.join(" | ", group.subList(1, group.size()));
  }

  private static String count(Synonyms synonyms) {
    int groups = synonyms.groups().size();
    return groups + (groups == 1 ? " group" : " groups") + " of synonyms";
  }

  private static JsonArray json(Synonyms synonyms) {
    JsonArray list = new JsonArray();
    for (List<String> group : synonyms.groups()) {
      JsonObject one = new JsonObject();
      one.addProperty("term", group.getFirst());
      JsonArray others = new JsonArray();
      group.subList(1, group.size()).forEach(others::add);
      one.add("synonyms", others);
      list.add(one);
    }
    return list;
  }
}
