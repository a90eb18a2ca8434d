package org.deskbert.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.deskbert.trace.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The three streams of a command, UTF-8 whatever the locale.
 *
 * @param sink what {@code out} writes to
 * @param terminal whether errors go to a terminal: progress appears only there
 */
record Console(BufferedReader in, PrintStream out, Sink sink, PrintStream err, boolean terminal) {
  /** A stream that remembers why it could not be written, which {@link PrintStream} does not. */
  static final class Sink extends FilterOutputStream {
    private @Nullable IOException failure;

    private Sink(OutputStream out) {
      super(new BufferedOutputStream(out));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    private IOException remembered(IOException e) {
      if (failure == null) {
        failure = e;
      }
      return e;
    }
  }

  static Console of(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
    Sink sink = new Sink(out);
    return new Console(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        new PrintStream(sink, false, StandardCharsets.UTF_8),
        sink,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal);
  }

  /** Writes out what waits, and tells why it can't. */
  boolean finish() {
    boolean written = !out.checkError();
    IOException failure = sink.failure;
    if (!written && failure != null) {
      String reason = String.valueOf(failure.getMessage());
      // Whoever reads on no further, like "head", has what they want.
      if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
        note(
            "deskbert: Standard output can't be written ("
                + reason
                + "); check where it is sent to.");
      }
    }
    return written;
  }

  /** Whether the next line of standard input says yes. */
  boolean yes() throws IOException {
    String reply = readLine();
    return reply != null && reply.strip().toLowerCase(Locale.ROOT).equals("yes");
  }

  /**
   * The next line of standard input without its end, or null at the end. Lines end with LF or CRLF;
   * unlike {@link BufferedReader#readLine()} a lone CR is part of the line, so that lines in and
   * lines out agree.
   */
  @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return line.isEmpty() ? null : line.toString();
      }
      line.append((char) c);
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return line.toString();
  }

  /** Writes one result line; LF on every system. */
  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** Writes one result line that the reader gets at once. */
  void lineNow(String text) {
    line(text);
    out.flush();
  }

  /** Writes a note for people beside the results. */
  void note(String text) {
    err.print(text);
    err.print('\n');
  }

  /** Progress on one line of the terminal, nothing elsewhere. */
  Progress progress() {
    if (!terminal) {
      return Progress.NONE;
    }
    return (phase, done, total) -> {
      boolean last = done >= total;
      err.printf("\r%s %d/%d%s", phase, done, total, last ? "\r\033[K" : "\033[K");
      err.flush();
      return true;
    };
  }
}
