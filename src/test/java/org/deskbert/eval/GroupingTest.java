package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deskbert.search.BagEncoder;
import org.deskbert.trace.Trace;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static List<List<Integer>> groups(String... texts) {
    BagEncoder encoder = new BagEncoder();
    return Grouping.of(
        List.of(texts).stream().map(t -> encoder.encode(t, new Trace()).vector()).toList());
  }

  @Test
  void whatMeansTheSameIsOneGroup() {
    assertEquals(List.of(), groups());
    assertEquals(
        List.of(List.of(0, 2, 4), List.of(1), List.of(3, 5)),
        groups(
            "where is the new printer room",
            "parking permit",
            "where is the new printer room please",
            "salary slip for march missing again",
            "the new printer room where is it",
            "salary slip for march missing"));
  }
}
