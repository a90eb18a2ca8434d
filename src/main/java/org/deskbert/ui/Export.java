package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.deskbert.app.Program;
import org.deskbert.chat.history.ChatExport;
import org.deskbert.chat.history.ChatExport.Whole;
import org.deskbert.chat.pdf.ConversationPdf;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.WholeFile;
import org.deskbert.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A conversation and the file that it goes to; the ending of the name says in which form.
 *
 * @param whole the conversation
 * @param file where to
 */
record Export(Whole whole, Path file) {
  /** Lets the user choose the file; null if there is nothing to export or none was chosen. */
  static @Nullable Export choose(Window window, Whole whole) {
    if (whole.messages().isEmpty()) {
      return null;
    }
    Path file =
        SaveAs.choose(
            window,
            text("export.title"),
            ChatExport.fileName(whole.conversation()),
            List.of(
                new ExtensionFilter(text("export.markdown"), "*.md"),
                new ExtensionFilter(text("export.html"), "*.html"),
                new ExtensionFilter(text("export.pdf"), "*.pdf"),
                new ExtensionFilter(text("export.json"), "*.json")));
    return file == null ? null : new Export(whole, file);
  }

  /** Writes it, whole or not at all. */
  Path write() throws FaqException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      WholeFile.<RuntimeException>write(file, out -> write(name, out));
      return file;
    } catch (IOException e) {
      String sentence = text("export.failed", file, WholeFile.reason(e));
      throw new FaqException(sentence, e);
    }
  }

  private void write(String name, OutputStream out) throws IOException {
    if (name.endsWith(".pdf")) {
      ConversationPdf.write(whole, Program.fonts(), Texts.locale(), ZoneId.systemDefault(), out);
      return;
    }
    String content =
        name.endsWith(".html") || name.endsWith(".htm")
            ? ChatExport.html(whole)
            : name.endsWith(".json") ? ChatExport.json(whole) : ChatExport.markdown(whole);
    out.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
