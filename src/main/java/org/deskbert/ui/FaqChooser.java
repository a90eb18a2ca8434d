package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.io.File;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets the user choose what is imported, and where a FAQ is packed to. */
final class FaqChooser {
  private FaqChooser() {}

  /** The file to import, null for none. */
  static @Nullable File file(Window window) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("program.choose-faq"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                text("program.faq-files"),
                List.of(
                    "*.csv",
                    "*.tsv",
                    "*.xlsx",
                    "*.docx",
                    "*.html",
                    "*.htm",
                    "*.md",
                    "*.json",
                    "*.qna",
                    "*.yml",
                    "*.yaml",
                    "*.zip",
                    "*.faqpack")),
            new FileChooser.ExtensionFilter(text("program.all-files"), "*.*"));
    return chooser.showOpenDialog(window);
  }

  /** Packs a FAQ where the user wants it. */
  static void pack(Window window, WindowModel model, String faq) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("program.choose-pack"));
    chooser.setInitialFileName(faq + ".faqpack");
    File file = chooser.showSaveDialog(window);
    if (file != null) {
      model.pack(faq, file.toPath());
    }
  }
}
