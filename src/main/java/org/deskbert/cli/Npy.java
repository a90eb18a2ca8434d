package org.deskbert.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes NumPy's file format, version 1.0 (numpy.org, "NEP 1: A Simple File Format for NumPy
 * Arrays").
 */
final class Npy {
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /** Writes {@code rows} as float32, little-endian, C order, shape (rows, columns). */
  static void write(OutputStream out, List<float[]> rows, int columns) throws IOException {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': ("
            + rows.size()
            + ", "
            + columns
            + "), }";
    int unpadded = 10 + header.length() + 1;
    String padding = " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT);
    byte[] text = (header + padding + "\n").getBytes(StandardCharsets.ISO_8859_1);
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(text.length & 0xff);
    out.write(text.length >> 8);
    out.write(text);
    ByteBuffer row = ByteBuffer.allocate(columns * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] values : rows) {
      row.clear();
      row.asFloatBuffer().put(values);
      out.write(row.array());
    }
  }
}
