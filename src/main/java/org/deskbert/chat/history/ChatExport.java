package org.deskbert.chat.history;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.deskbert.faq.FaqException;

/** Writes out what is kept: one conversation, or everything. */
public final class ChatExport {
  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .registerTypeAdapter(
              Instant.class,
              (JsonSerializer<Instant>) (time, _, _) -> new JsonPrimitive(time.toString()))
          .create();

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true).build();

  private static final int LONGEST_NAME = 60;
  private static final Instant FOR_EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  private ChatExport() {}

  /** A conversation with its messages. */
  public record Whole(ConversationInfo conversation, List<StoredMessage> messages) {}

  /** A conversation as JSON. */
  public static String json(Whole whole) {
    return GSON.toJson(whole) + "\n";
  }

  /** A conversation as Markdown: questions are headings. */
  public static String markdown(Whole whole) {
    StringBuilder text = new StringBuilder("# " + whole.conversation().title() + "\n");
    for (StoredMessage message : whole.messages()) {
      text.append("\n## ").append(message.question().replaceAll("\\s+", " ")).append("\n\n");
      text.append(time(message.time())).append("\n\n");
      text.append(message.answer()).append('\n');
      if (!message.matched().isEmpty()) {
        text.append("\n> ").append(message.matched()).append(" · ").append(message.source());
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** A conversation as a page that a browser shows and prints; HTML in it is only shown. */
  public static String html(Whole whole) {
    String title = escape(whole.conversation().title());
    return """
    <!DOCTYPE html>
    <html>
    <head>
    <meta charset="utf-8">
    <title>%s</title>
    <style>
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em }
    h2 { font-size: 1.1em; background: #ddf4ff; padding: .5em .8em; border-radius: .5em; margin: 2em 0 .5em }
    blockquote { color: #59636e; margin: .5em 0; font-size: .9em }
    code { background: #eff1f3; padding: 0 .3em; border-radius: .3em }
    table { border-collapse: collapse }
    td, th { border: 1px solid #d1d9e0; padding: .3em .6em }
    @media print { body { margin: 0 } h2 { break-after: avoid } }
    </style>
    </head>
    <body>
    %s</body>
    </html>
    """
        .formatted(title, HTML.render(PARSER.parse(markdown(whole))));
  }

  /**
   * Everything as a ZIP archive: {@code conversations.json}, {@code questions.json}, and each
   * conversation as Markdown.
   */
  public static void all(ChatStore store, OutputStream out) throws IOException, FaqException {
    List<Whole> wholes = new ArrayList<>();
    for (ConversationInfo info : store.conversations().list()) {
      wholes.add(new Whole(info, store.conversations().messages(info.id())));
    }
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    put(zip, "conversations.json", GSON.toJson(wholes) + "\n");
    put(
        zip,
        "questions.json",
        GSON.toJson(store.questions().between(Instant.EPOCH, FOR_EVER)) + "\n");
    for (int i = 0; i < wholes.size(); i++) {
      put(
          zip,
          "conversations/%04d %s.md".formatted(i + 1, fileName(wholes.get(i).conversation())),
          markdown(wholes.get(i)));
    }
    zip.finish();
  }

  /** A name for the file of a conversation that every system takes, without an ending. */
  public static String fileName(ConversationInfo info) {
    String plain = info.title().replaceAll("[^\\p{L}\\p{M}\\p{N} _-]+", " ");
    String name = plain.replaceAll("\\s+", " ").strip();
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return name.substring(0, end).strip();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES)
        .atZone(ZoneId.systemDefault())
        .toLocalDateTime()
        .toString()
        .replace('T', ' ');
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
