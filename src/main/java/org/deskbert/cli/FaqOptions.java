package org.deskbert.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.deskbert.app.DeskBert;
import org.deskbert.app.Engine;
import org.deskbert.encoder.BundleException;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
      converter = Percent.class,
      description = "Of a hundred given answers, how many may be wrong (0 to 100, default 5).")
  @Nullable Double wrong;

  /** The options of somebody who only gave a file, or nothing. */
  static FaqOptions of(@Nullable Path file) {
    FaqOptions options = new FaqOptions();
    options.faq = file == null ? null : file.toString();
    return options;
  }

  /** The engine that answers; waits for the model, the index and the calibration. */
  Engine engine(DeskBert program, Cli cli) throws FaqException, BundleException {
    if (faq == null && program.library().active().isEmpty()) {
      cli.console.note("No FAQ is in use, so there is no answer; choose: deskbert faq use NAME");
    }
    Engine engine = program.engine(faq, cli.model, wrong, cli.console.progress());
    engine
        .foreign()
        .forEach((name, language) ->
            cli.console.note(
                "The model does not know the language of "
                    + name
                    + " ("
                    + Locale.of(language).getDisplayLanguage(Locale.ENGLISH)
                    + "), so words alone answer from it."));
    return engine;
  }

  /** Reads a tolerance. */
  static final class Percent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        double percent = Double.parseDouble(text);
        if (percent >= 0 && percent <= 100) {
          return percent;
        }
      } catch (NumberFormatException e) {
        // Told below.
      }
      throw new TypeConversionException("it takes a number from 0 to 100, not '" + text + "'");
    }
  }
}
