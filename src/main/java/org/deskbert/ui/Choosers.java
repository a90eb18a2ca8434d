package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
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
            new ExtensionFilter(
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
            new ExtensionFilter(text("program.all-files"), "*.*"));
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

  /** Writes a FAQ as a pack, or in another format, where the user wants it. */
  static void giveAway(Window window, WindowModel model, String faq) {
    Path file =
        SaveAs.choose(
            window,
            text("program.choose-pack"),
            faq,
            List.of(
                new ExtensionFilter(text("give.pack"), "*.faqpack"),
                new ExtensionFilter(text("give.xlsx"), "*.xlsx"),
                new ExtensionFilter(text("give.csv"), "*.csv"),
                new ExtensionFilter(text("export.markdown"), "*.md"),
                new ExtensionFilter(text("export.json"), "*.json"),
                new ExtensionFilter(text("export.html"), "*.html"),
                new ExtensionFilter(text("give.qnamaker"), "*.tsv")));
    if (file != null) {
      model.outgoing.giveAway(faq, file);
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
