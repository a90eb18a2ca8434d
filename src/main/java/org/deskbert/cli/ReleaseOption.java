package org.deskbert.cli;

import java.io.IOException;
import java.util.List;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.encoder.BundleException;
import org.deskbert.eval.Regression;
import org.deskbert.eval.Regression.Difference;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqInfo;
import org.deskbert.faq.TestQuestion;
import picocli.CommandLine.Option;

/**
 * Whether a FAQ is given away though test questions of it are answered otherwise than its owner
 * agreed to; asked on a terminal.
 */
final class ReleaseOption {
  @Option(
      names = "--anyway",
      description = "Don't ask its test questions first, which must be answered as before.")
  private boolean anyway;

  /**
   * Asks the test questions of a FAQ, if it has any: together with the others where it answers
   * among them, else alone.
   *
   * @param faq a FAQ of the library; a file has no tests
   * @throws Failure if some are answered otherwise and nobody wants to go on
   */
  void check(Cli cli, DeskBert program, String faq) throws FaqException, IOException, Failure {
    if (anyway || program.library().list().stream().map(FaqInfo::name).noneMatch(faq::equals)) {
      return;
    }
    List<TestQuestion> tests = program.library().upkeep().tests(faq);
    if (tests.isEmpty()) {
      return;
    }
    List<Difference> differences = differences(cli, program, faq, tests);
    if (!differences.isEmpty()) {
      String found = sentence(faq, tests.size(), differences);
      if (!cli.console.terminal()) {
        throw new Failure(
            found
                + "; nothing was written. Look at Tests at the FAQ desk, or go on with --anyway.");
      }
      cli.console.note(found + ". Go on all the same? yes or no:");
      if (!cli.console.yes()) {
        throw new Failure("Nothing was written. Look at Tests at the FAQ desk.");
      }
    }
  }

  private static List<Difference> differences(
      Cli cli, DeskBert program, String faq, List<TestQuestion> tests) throws FaqException {
    boolean answers = program.library().active().contains(faq);
    try (Engine engine =
        program.engine(answers ? null : faq, cli.model, null, cli.console.progress())) {
      return Regression.replay(faq, tests, engine::ask).differences();
    } catch (BundleException e) {
      cli.console.note("The test questions were not asked: " + e.getMessage());
      return List.of(); // without a model nobody could give a FAQ away
    }
  }

  private static String sentence(String faq, int tests, List<Difference> differences) {
    int count = differences.size();
    return count
        + " of "
        + tests
        + " test questions of "
        + faq
        + FaqCommand.noun(count, " is", " are")
        + " answered otherwise than before, first \""
        + differences.getFirst().test().question()
        + "\"";
  }
}
