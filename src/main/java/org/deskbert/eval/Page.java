package org.deskbert.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame of a page that needs nothing but itself. */
final class Page {
  private Page() {}

  /** The whole page, with what {@code main} writes in its middle. */
  static String write(Html html, String title, Runnable main) {
    html.in(
        "html",
        () -> {
          html.in("head", () -> head(html, title));
          html.in(
              "body",
              () -> {
                html.in("header", () -> html.tag("h1", title));
                html.in("main", main);
              });
        },
        "lang",
        "en");
    return html.done();
  }

  private static void head(Html html, String title) {
    html.single("meta", "charset", "utf-8");
    // A browser that honours this loads and runs nothing, whatever a question may hold.
    html.single(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.tag("title", title);
    html.tag("style", css());
  }

  private static String css() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
