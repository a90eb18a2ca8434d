package org.deskbert.cli;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deskbert.app.DeskBert;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.History;
import org.deskbert.faq.Revision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings back what was. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a FAQ, or one entry of it, again what it was; also a FAQ that was removed.",
      "SNAPSHOT is a number that deskbert faq history shows, a day (its end) or a time, such as"
          + " 2026-11-24T09:30. A restore is a change like another and can be taken back."
    },
    footer = {"", "Example:", "  deskbert faq remove shop", "  deskbert faq restore 3 -f shop"})
final class RestoreCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private FaqCommand parent;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "SNAPSHOT", description = "A number, a day or a time.")
  @SuppressWarnings("NullAway.Init")
  private String moment;

  @Option(names = "-f", paramLabel = "FAQ", description = "Which FAQ.")
  private @Nullable String faq;

  @Option(names = "--entry", paramLabel = "ID", description = "Only this entry.")
  private @Nullable String entry;

  @Override
  public Integer call() throws FaqException {
    try (DeskBert program = parent.cli.open()) {
      History history = program.library().history();
      String name = FaqCommand.name(program, faq, spec.commandLine());
      Revision then = history.find(name, moment, ZoneId.systemDefault());
      Optional<Revision> done =
          entry == null ? history.restore(then.id()) : history.restoreEntry(then.id(), entry);
      parent.cli.console.line(
          done.map(Revision::sentence)
              .orElse((entry == null ? name : entry) + " already is as it was; nothing changed."));
      return 0;
    }
  }
}
