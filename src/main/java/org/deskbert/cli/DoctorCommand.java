package org.deskbert.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.deskbert.app.Doctor;
import org.deskbert.app.Doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says whether this machine is fit. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks this machine, the model and the data; exit code 1 if something is unfit.",
    footer = {"", "Example: deskbert doctor --json"})
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private Cli cli;

  @Option(names = "--json", description = "A JSON list.")
  private boolean json;

  @Override
  public Integer call() {
    List<Finding> findings = new Doctor(cli.data).examine();
    if (json) {
      cli.console.line(Json.GSON.toJson(findings));
    } else {
      findings.forEach(
          f -> cli.console.line((f.ok() ? "ok    " : "UNFIT ") + f.check() + ": " + f.detail()));
    }
    return findings.stream().allMatch(Finding::ok) ? 0 : Cli.FAILED;
  }
}
