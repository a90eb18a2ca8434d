package org.deskbert.ui.settings;

import static org.deskbert.ui.kit.Texts.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.deskbert.app.Program;
import org.deskbert.app.Tasks;
import org.jspecify.annotations.Nullable;

/** What the program is and where it keeps things. Used on the window's thread. */
public final class AboutModel {
  private final Path data;
  private final Tasks tasks;
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private @Nullable Consumer<String> opener;

  /**
   * Creates a model that has read no file yet.
   *
   * @param data the data folder
   */
  public AboutModel(Path data, Tasks tasks) {
    this.data = data;
    this.tasks = tasks;
  }

  /** Version of the program and of what it stands on, in one line for somebody who helps. */
  public String version() {
    return text(
        "about.version-line",
        Program.version(),
        Runtime.version().toString(),
        System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
        System.getProperty("os.arch", ""));
  }

  /** The folder that holds all that the user owns. */
  public Path data() {
    return data;
  }

  /** The folder of the program itself. */
  public Path program() {
    return Program.home();
  }

  /** The notice: what is in the program, and under which licence; empty until it is read. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Reads the notice. */
  public void readNotice() {
    Path file = Program.home().resolve("NOTICE");
    tasks.run(
        () -> Files.readString(file).strip(),
        notice::set,
        failure -> notice.set(failure instanceof IOException ? file.toString() : failure + ""));
  }

  /** Sets what opens an address with the desktop's own program. */
  public void openWith(Consumer<String> with) {
    opener = with;
  }

  /** Whether folders can be opened. */
  public boolean canOpen() {
    return opener != null;
  }

  /** Opens a folder with the desktop's own program. */
  public void open(Path folder) {
    if (opener != null) {
      opener.accept(folder.toUri().toString());
    }
  }
}
