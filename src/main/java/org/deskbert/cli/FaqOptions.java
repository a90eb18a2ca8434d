package org.deskbert.cli;

import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of all commands that answer: from which FAQ, and how many answers may be wrong. */
final class FaqOptions {
  @Option(
      names = "-f",
      paramLabel = "FAQ",
      description = "A FAQ file, or the name of a FAQ in the library; without it the active ones.")
  @Nullable String faq;

  @Option(
      names = "--wrong",
      paramLabel = "PERCENT",
      description = "Of a hundred given answers, how many may be wrong (0 to 100, default 5).")
  @Nullable Double wrong;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** Refuses a tolerance that is no percentage. */
  void check() {
    if (wrong != null && !(wrong >= 0 && wrong <= 100)) {
      CommandLine line = spec.commandLine();
      throw new ParameterException(
          line, "--wrong takes a number from 0 to 100, not " + Json.number(wrong) + ".");
    }
  }

  /** The engine that answers; waits for the model, the index and the calibration. */
  Engine engine(DeskBert program, Cli cli) throws FaqException, BundleException {
    return program.engine(faq, cli.model, wrong, cli.console.progress());
  }
}
