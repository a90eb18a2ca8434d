package org.deskbert.app;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the window was when it was closed, in pixels of the desktop.
 *
 * @param maximized whether it filled its screen; the rest is where it goes back to from there
 * @param dark whether it was dark
 */
public record WindowPlace(
    double x, double y, double width, double height, boolean maximized, boolean dark) {
  private static final String FILE = "window.json";

  /** The stored place, nothing where there is none that can be read. */
  public static Optional<WindowPlace> load(DataFolder folder) {
    try {
      String text = Files.readString(folder.path().resolve(FILE));
      return Optional.ofNullable(new Gson().fromJson(text, WindowPlace.class));
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  /** Stores it in one step. It is no loss if that fails. */
  public void save(DataFolder folder) {
    try {
      Path fresh = folder.path().resolve(FILE + ".new");
      Files.writeString(fresh, new Gson().toJson(this) + "\n");
      Files.move(fresh, folder.path().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // The window opens in its usual place next time.
    }
  }
}
