package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.io.File;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lets the user choose files and folders: what comes in, and where things go. */
final class Choosers {
  private Choosers() {}

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

  /** The folder of a bundle, null for none. */
  static @Nullable File bundle(Window window) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(text("program.choose-bundle"));
    return chooser.showDialog(window);
  }

  /** Where an archive goes, null for nowhere. */
  static @Nullable File archive(Window window) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("program.choose-archive"));
    chooser.setInitialFileName("deskbert.zip");
    return chooser.showSaveDialog(window);
  }

  /** Packs a FAQ where the user wants it. */
  static void pack(Window window, WindowModel model, String faq) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("program.choose-pack"));
    chooser.setInitialFileName(faq + ".faqpack");
    File file = chooser.showSaveDialog(window);
    if (file != null) {
      model.outgoing.pack(faq, file.toPath());
    }
  }

  /** Writes what was asked in the last week where the user wants it. */
  static void report(Window window, WindowModel model) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(text("report.title"));
    chooser.setInitialFileName("week-" + LocalDate.now(ZoneId.systemDefault()) + ".html");
    File file = chooser.showSaveDialog(window);
    if (file != null) {
      model.outgoing.report(file.toPath());
    }
  }
}
