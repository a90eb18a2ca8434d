package org.deskbert.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a text is known by in the {@link VectorCache}: the first half of its SHA-256. */
record TextKey(long high, long low) {
  static final int BYTES = 2 * Long.BYTES;

  static TextKey of(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return read(ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }

  static TextKey read(ByteBuffer buffer) {
    return new TextKey(buffer.getLong(), buffer.getLong());
  }
}
