package org.deskbert.search;

import java.sql.SQLException;

/**
 * Where vectors lie in the file of the {@link VectorCache}.
 *
 * @param rows that hold them
 * @param sums checksums of these rows: another content is another row
 * @param at by vector: the number of its row here, times {@link VectorFile#IN_A_ROW}, and its place
 *     in it
 */
record Places(long[] rows, long[] sums, int[] at) {
  static Places read(Pieces.In in) throws SQLException {
    return new Places(in.longs(), in.longs(), in.ints());
  }

  void write(Pieces.Out out) throws SQLException {
    out.put(rows);
    out.put(sums);
    out.put(at);
  }
}
