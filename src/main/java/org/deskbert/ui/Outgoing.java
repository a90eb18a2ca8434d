package org.deskbert.ui;

import static org.deskbert.ui.kit.Texts.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deskbert.app.Tasks;
import org.deskbert.app.Usage;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.FaqFormat;
import org.deskbert.faq.FaqWriter;
import org.deskbert.faq.PackFile;
import org.deskbert.faq.WholeFile;
import org.deskbert.ui.chat.ChatModel;
import org.deskbert.ui.kit.Desk;
import org.deskbert.ui.kit.FaqNames;

/** What is written for others; the conversation says where it lies. Used on the window's thread. */
final class Outgoing {
  /** Days that a report tells of. */
  private static final int WEEK = 7;

  private final Desk desk;
  private final Tasks tasks;
  private final ChatModel chat;

  Outgoing(Desk desk, Tasks tasks, ChatModel chat) {
    this.desk = desk;
    this.tasks = tasks;
    this.chat = chat;
  }

  /**
   * Packs a FAQ, and says which digits go with it, or exports it: the ending of the name says
   * which.
   */
  void giveAway(String faq, Path file) {
    if (PackFile.isPack(file)) {
      run(() -> desk.pack(faq, file), digits -> text("pack.done", file, digits));
    } else {
      run(
          () -> {
            FaqWriter.write(desk.faq(faq), file, FaqFormat.of(file));
            return file;
          },
          done -> text("give.done", FaqNames.shown(faq), done));
    }
  }

  /** Exports a conversation. */
  void export(Export export) {
    run(export::write, file -> text("export.done", file));
  }

  /** Writes what was asked in the last week, as a page. */
  void report(Path file) {
    run(
        () -> {
          Usage usage = desk.usage(WEEK);
          byte[] page = usage.page().getBytes(StandardCharsets.UTF_8);
          try {
            WholeFile.<RuntimeException>write(file, out -> out.write(page));
          } catch (IOException e) {
            throw new FaqException(text("export.failed", file, WholeFile.reason(e)), e);
          }
          return usage;
        },
        usage -> text("report.done", file, text("questions", usage.questions())));
  }

  private <T> void run(Callable<T> work, Function<T, String> said) {
    Consumer<Exception> failed = failure -> chat.note(String.valueOf(failure.getMessage()), true);
    tasks.run(work, done -> chat.note(said.apply(done), false), failed);
  }
}
