package org.deskbert.ui;

import java.nio.file.Path;
import javafx.application.Application;
import org.deskbert.app.DeskBert;
import org.jspecify.annotations.Nullable;

/** Opens the window. */
public final class Window {
  private Window() {}

  /**
   * Opens the window and returns when it has been closed; closing {@code program} is the caller's.
   *
   * @param ask a question to be asked at once, or null
   * @param file a file to be imported at once, or null
   */
  public static void launch(DeskBert program, @Nullable String ask, @Nullable Path file) {
    DeskBertApp.openWith(new DeskBertApp.Start(program, ask, file));
    Application.launch(DeskBertApp.class);
  }
}
