package org.deskbert.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Arrays as bytes, the lower first, one after another. What was put in is read in that order. */
final class Pieces {
  private Pieces() {}

  /** Makes something of what was written. */
  interface Reading<T> {
    /** Reads all of it; null where it is of no use. */
    @Nullable T read(In in) throws SQLException;
  }

  /** Writes something. */
  interface Writing {
    /** Writes all of it. */
    void write(Out out) throws SQLException;
  }

  /** Where arrays are written. */
  interface Out {
    /** Writes the next. */
    void put(byte[] bytes) throws SQLException;

    default void put(int[] numbers) throws SQLException {
      byte[] bytes = new byte[numbers.length * Integer.BYTES];
      buffer(bytes).asIntBuffer().put(numbers);
      put(bytes);
    }

    default void put(long[] numbers) throws SQLException {
      byte[] bytes = new byte[numbers.length * Long.BYTES];
      buffer(bytes).asLongBuffer().put(numbers);
      put(bytes);
    }

    default void put(float[] numbers) throws SQLException {
      byte[] bytes = new byte[numbers.length * Float.BYTES];
      buffer(bytes).asFloatBuffer().put(numbers);
      put(bytes);
    }

    /** Words: none is empty or holds a line end. */
    default void put(String[] words) throws SQLException {
      put(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
    }

    default void put(PackedLists lists) throws SQLException {
      put(lists.bytes());
      put(lists.starts());
    }

    default void put(TermSets sets) throws SQLException {
      put(sets.terms());
      put(sets.counts());
      put(sets.lists());
    }
  }

  /** Where arrays are read from. */
  interface In {
    /** The next. */
    byte[] bytes() throws SQLException;

    default int[] ints() throws SQLException {
      ByteBuffer buffer = buffer(bytes());
      int[] numbers = new int[buffer.remaining() / Integer.BYTES];
      buffer.asIntBuffer().get(numbers);
      return numbers;
    }

    default long[] longs() throws SQLException {
      ByteBuffer buffer = buffer(bytes());
      long[] numbers = new long[buffer.remaining() / Long.BYTES];
      buffer.asLongBuffer().get(numbers);
      return numbers;
    }

    default float[] floats() throws SQLException {
      ByteBuffer buffer = buffer(bytes());
      float[] numbers = new float[buffer.remaining() / Float.BYTES];
      buffer.asFloatBuffer().get(numbers);
      return numbers;
    }

    default String[] words() throws SQLException {
      String words = new String(bytes(), StandardCharsets.UTF_8);
      return words.isEmpty() ? new String[0] : words.split("\n", -1);
    }

    default PackedLists lists() throws SQLException {
      return new PackedLists(bytes(), ints());
    }

    default TermSets terms() throws SQLException {
      return new TermSets(words(), ints(), lists());
    }
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
