package org.deskbert.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.deskbert.app.DeskBert;
import org.deskbert.faq.Comparison;
import org.deskbert.faq.EntryChange;
import org.deskbert.faq.EntryChange.FieldChange;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.History;
import org.deskbert.faq.Revision;
import org.deskbert.faq.TextDiff.Piece;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What became of a FAQ. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Lists who changed a FAQ when, newest first, also of a FAQ that was removed.",
      "The number at the beginning of a line is the moment right after that change; restore takes"
          + " it, or a day."
    },
    footer = {
      "",
      "Example:",
      "  deskbert faq history -f it",
      "  deskbert faq history -f it --compare 1"
    })
final class HistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "-f", paramLabel = "FAQ", description = "Which FAQ.")
  private @Nullable String faq;

  @Option(
      names = "--compare",
      paramLabel = "SNAPSHOT",
      description = "What is different now: [-gone-]{+come+}. A number, a day or a time.")
  private @Nullable String moment;

  @Option(
      names = "--with",
      paramLabel = "SNAPSHOT",
      description = "Compare with this moment, not with now.")
  private @Nullable String other;

  @Option(names = "--json", description = "A JSON list.")
  private boolean json;

  @Override
  public Integer call() throws FaqException {
    try (DeskBert program = parent.cli.open()) {
      History history = program.library().history();
      String name = FaqCommand.name(program, faq, spec.commandLine());
      if (moment == null && other != null) {
        throw new ParameterException(spec.commandLine(), "--with needs --compare SNAPSHOT.");
      } else if (moment == null) {
        list(history.of(name));
      } else {
        Revision then = history.find(name, moment, ZoneId.systemDefault());
        compare(
            other == null
                ? history.compareWithNow(then.id())
                : history.compare(
                    then.id(), history.find(name, other, ZoneId.systemDefault()).id()));
      }
      return 0;
    }
  }

  private void list(List<Revision> revisions) {
    if (json) {
      JsonArray list = new JsonArray();
      revisions.forEach(revision -> list.add(json(revision)));
      line(Json.GSON.toJson(list));
      return;
    }
    for (Revision revision : revisions) {
      String time = TIME.format(revision.at().atZone(ZoneId.systemDefault()));
      line(
          String.format(
              Locale.ROOT,
              "%6d  %s  %-10s  %s",
              revision.id(),
              time,
              revision.who(),
              revision.sentence()));
    }
  }

  private static JsonObject json(Revision revision) {
    JsonObject json = new JsonObject();
    json.addProperty("snapshot", revision.id());
    json.addProperty("faq", revision.faq());
    json.addProperty("at", revision.at().toString());
    json.addProperty("who", revision.who());
    json.addProperty("kind", revision.kind().name().toLowerCase(Locale.ROOT));
    json.addProperty("what", revision.sentence());
    json.addProperty("added", revision.added());
    json.addProperty("changed", revision.changed());
    json.addProperty("removed", revision.removed());
    json.addProperty("changes", revision.joined());
    return json;
  }

  private void compare(Comparison comparison) {
    if (json) {
      JsonArray list = new JsonArray();
      comparison.changes().forEach(change -> list.add(json(change)));
      line(Json.GSON.toJson(list));
      return;
    }
    for (EntryChange change : comparison.changes()) {
      line(kind(change) + " " + change.entry().id() + ": " + change.entry().question());
      if (change.kind() == EntryChange.Kind.CHANGED) {
        change.fields().forEach(field -> line("  " + kind(field) + ": " + text(field)));
      }
    }
    String counts = comparison.counts();
    parent.cli.console.note(counts.isEmpty() ? "No entry is different." : counts + ".");
  }

  private static JsonObject json(EntryChange change) {
    JsonObject json = new JsonObject();
    json.addProperty("entry", change.entry().id());
    json.addProperty("kind", kind(change));
    JsonArray fields = new JsonArray();
    for (FieldChange field : change.fields()) {
      JsonObject one = new JsonObject();
      one.addProperty("field", kind(field));
      one.addProperty("before", field.before());
      one.addProperty("after", field.after());
      fields.add(one);
    }
    json.add("fields", fields);
    return json;
  }

  private static String kind(EntryChange change) {
    return change.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String kind(FieldChange field) {
    return field.field().name().toLowerCase(Locale.ROOT);
  }

  private static String text(FieldChange field) {
    return field.pieces().stream()
        .map(HistoryCommand::marked)
        .collect(Collectors.joining())
        .replace("\n", "\n    ");
  }

  private static String marked(Piece piece) {
    return switch (piece.side()) {
      case BOTH -> piece.text();
      case BEFORE -> "[-" + piece.text() + "-]";
      case AFTER -> "{+" + piece.text() + "+}";
    };
  }

  private void line(String text) {
    parent.cli.console.line(text);
  }
}
