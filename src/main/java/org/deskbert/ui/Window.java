package org.deskbert.ui;

import javafx.application.Application;
import org.deskbert.app.DataFolder;
import org.deskbert.app.FirstWindow;
import org.deskbert.app.Opening;
import org.deskbert.app.Wish;
import org.deskbert.faq.FaqException;

/** Opens the window. */
public final class Window {
  private Window() {}

  /**
   * Opens the window and returns when it has been closed; closing {@code opening} is the caller's.
   *
   * @param folder the data folder that is being opened
   * @param first tells of later starts
   * @param wish what is to be done at once
   * @throws FaqException if the program can't be opened
   */
  public static void launch(DataFolder folder, Opening.Soon opening, FirstWindow first, Wish wish)
      throws FaqException {
    DeskBertApp.openWith(new DeskBertApp.Start(folder, opening, first, wish));
    Application.launch(DeskBertApp.class);
    opening.await(); // where it failed, there was no window
  }
}
