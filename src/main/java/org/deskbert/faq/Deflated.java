package org.deskbert.faq;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Texts in little room. */
final class Deflated {
  private Deflated() {}

  static byte[] of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // no disk is touched
    }
    return bytes.toByteArray();
  }

  /** The text again; what is stored in the library is our own, so nothing limits it. */
  static String text(byte[] bytes) throws FaqException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FaqException(
          "The library's history is damaged ("
              + e.getMessage()
              + "); nothing was changed. Put a backup in its place.",
          e);
    }
  }
}
