package org.deskbert.ui;

import javafx.application.Application;
import org.deskbert.app.FirstWindow;
import org.deskbert.app.Opening;
import org.deskbert.app.Wish;

/** Opens the window. */
public final class Window {
  private Window() {}

  /**
   * Opens the window and returns when it has been closed; closing {@code opening} is the caller's.
   *
   * @param first tells of later starts
   * @param wish what is to be done at once
   */
  public static void launch(Opening opening, FirstWindow first, Wish wish) {
    DeskBertApp.openWith(new DeskBertApp.Start(opening, first, wish));
    Application.launch(DeskBertApp.class);
  }
}
