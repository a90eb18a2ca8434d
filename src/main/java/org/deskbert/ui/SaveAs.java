package org.deskbert.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Lets the user choose a file to write, and its form: by the ending of the name or by the list of
 * forms. Windows and macOS change the ending with the form; GTK leaves it as it was.
 */
final class SaveAs {
  private SaveAs() {}

  /**
   * The file, its ending that of the chosen form; null for none.
   *
   * @param name what it is called at first, without the ending
   * @param forms with one pattern each; the first is chosen at first
   */
  static @Nullable Path choose(
      Window window, String title, String name, List<ExtensionFilter> forms) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name + ending(forms.getFirst()));
    chooser.getExtensionFilters().setAll(forms);
    File file = chooser.showSaveDialog(window);
    if (file == null) {
      return null;
    }
    ExtensionFilter chosen = chooser.getSelectedExtensionFilter();
    List<String> endings = forms.stream().map(SaveAs::ending).toList();
    return as(file.toPath(), endings, chosen == null ? endings.getFirst() : ending(chosen));
  }

  private static String ending(ExtensionFilter form) {
    return form.getExtensions().getFirst().substring(1);
  }

  /**
   * The file in the chosen form. An ending that was typed counts more than the form; one that
   * stands there from the start counts less. A file that nobody was asked about is not written
   * over.
   *
   * @param endings of all forms, that of the start first
   */
  static Path as(Path file, List<String> endings, String chosen) {
    String name = file.getFileName().toString();
    String first = endings.getFirst();
    String has =
        endings.stream().filter(name.toLowerCase(Locale.ROOT)::endsWith).findFirst().orElse("");
    if (!has.isEmpty() && (!has.equals(first) || has.equals(chosen))) {
      return file;
    }
    String bare = name.substring(0, name.length() - has.length());
    Path other = file.resolveSibling(bare + chosen);
    for (int i = 2; Files.exists(other); i++) {
      other = file.resolveSibling(bare + " " + i + chosen);
    }
    return other;
  }
}
