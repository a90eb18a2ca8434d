package org.deskbert;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.deskbert.app.DataFolder;
import org.deskbert.app.FirstWindow;
import org.deskbert.app.Opening;
import org.deskbert.cli.Cli;
import org.deskbert.faq.FaqException;
import org.deskbert.ui.Window;
import org.jspecify.annotations.Nullable;

/** Starts the command line, and from there the window where there is a display. */
public final class Main {
  /**
   * Held, so that their levels stay. Both warn at start-up of what is meant to be: Lucene of an
   * incubator module that it could use, JavaFX of being on the class path.
   */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.apache.lucene"), Logger.getLogger("javafx"));

  private Main() {}

  /** Runs the program with the given command-line words and ends with their exit code. */
  public static void main(String[] args) {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    System.exit(Cli.run(args, hasDisplay() ? window() : null));
  }

  private static Cli.Window window() {
    return (data, wish) -> {
      DataFolder folder = DataFolder.open(data);
      Optional<FirstWindow> first = FirstWindow.open(folder, wish);
      if (first.isEmpty()) {
        return 0; // the window that is open has the wish
      }
      // JavaFX takes as long to start as the library to open: both do so at once.
      try (FirstWindow window = first.get();
          Opening.Soon opening = Opening.soon(data, wish)) {
        Window.launch(folder, opening, window, wish);
        return 0;
      } catch (UnsupportedOperationException e) { // how JavaFX says so
        throw new FaqException(
            "No window can be opened here ("
                + e.getMessage()
                + "). See that the display is there; \"deskbert chat\" is the same in a terminal.",
            e);
      }
    };
  }

  private static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    @Nullable String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}
