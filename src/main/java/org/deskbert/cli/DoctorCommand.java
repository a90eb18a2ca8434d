package org.deskbert.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.Backups;
import org.deskbert.app.Backups.Backup;
import org.deskbert.app.DataFolder;
import org.deskbert.app.Doctor;
import org.deskbert.app.Doctor.Finding;
import org.deskbert.app.FirstWindow;
import org.deskbert.app.SupportArchive;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says whether this machine is fit, and puts a backup in the place of a damaged library. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks this machine, the model and the data; exit code 1 if something is unfit.",
    footer = {"", "Example: deskbert doctor --json"})
final class DoctorCommand implements Callable<Integer> {
  private static final String LAST = "last";

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Option(names = "--json", description = "A JSON list.")
  private boolean json;

  @Option(
      names = "--bundle",
      paramLabel = "FILE.zip",
      description =
          "Write what a helper from afar needs to know, after it was shown: findings, settings,"
              + " sizes and numbers; no question, no answer, no name.")
  private @Nullable Path bundle;

  @Option(
      names = "--restore",
      arity = "0..1",
      paramLabel = "DAY",
      fallbackValue = LAST,
      description =
          "Put the library's backup of that day (YYYY-MM-DD), or the last one, in its place; the"
              + " one that was there is kept beside it; before-update takes the one that the last"
              + " update of the program kept.")
  private @Nullable String restore;

  @Override
  public Integer call() throws FaqException, Failure {
    if (restore != null) {
      return restore(restore);
    }
    List<Finding> findings = new Doctor(cli::folder).examine();
    if (json) {
      cli.console.line(Json.GSON.toJson(findings));
    } else {
      findings.forEach(
          f -> cli.console.line((f.ok() ? "ok    " : "UNFIT ") + f.check() + ": " + f.detail()));
    }
    if (bundle != null) {
      write(bundle, findings);
    }
    return findings.stream().allMatch(Finding::ok) ? 0 : Cli.FAILED;
  }

  private void write(Path file, List<Finding> findings) throws FaqException {
    SupportArchive archive = SupportArchive.gather(cli.folder(), findings);
    archive.parts().forEach((name, text) -> cli.console.note("--- " + name + "\n" + text));
    archive.write(file);
    cli.console.note("All of the above, and nothing else, is in " + file + ".");
  }

  private int restore(String day) throws FaqException, Failure {
    DataFolder folder = cli.folder();
    if (FirstWindow.isOpen(folder)) {
      throw new Failure("DeskBERT's window is open; close it, then restore the backup.");
    }
    Backups backups = new Backups(folder);
    List<Backup> all = new ArrayList<>(backups.list());
    if (day.equals(Backups.BEFORE_UPDATE)) {
      all.clear();
      backups.beforeUpdate().ifPresent(all::add);
    }
    if (all.isEmpty()) {
      throw new Failure("There is no backup in " + folder.backups() + ".");
    }
    Backup chosen =
        all.stream()
            .filter(backup ->
                List.of(LAST, Backups.BEFORE_UPDATE).contains(day)
                    || backup.day().toString().equals(day))
            .findFirst()
            .orElseThrow(() ->
                new Failure(
                    "There is no backup of " + day + "; there are those of " + days(all) + "."));
    Path aside = backups.restore(chosen);
    cli.console.note(
        "The library is as on " + chosen.day() + "; the one before lies in " + aside + ".");
    return 0;
  }

  private static String days(List<Backup> backups) {
    return String.join(", ", backups.stream().map(Backup::day).map(LocalDate::toString).toList());
  }
}
