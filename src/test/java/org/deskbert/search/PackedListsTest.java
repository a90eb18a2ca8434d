package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PackedListsTest {
  private static final int[][] LISTS = {
    {0, 1, 127, 128, 255}, {}, {16_383, 16_384, 2_097_151, 2_097_152}, {5}, {0, 5, 2_097_152}
  };

  private static PackedLists lists() {
    PackedLists.Builder builder = new PackedLists.Builder();
    for (int[] list : LISTS) {
      builder.add(list, list.length);
    }
    return builder.build();
  }

  @Test
  void aListComesOutAsItWentIn() {
    PackedLists lists = lists();
    assertEquals(LISTS.length, lists.count());
    for (int i = 0; i < LISTS.length; i++) {
      assertArrayEquals(LISTS[i], lists.get(i));
    }
  }

  @Test
  void transposedItSaysWhichListsHoldANumber() {
    PackedLists holders = lists().transposed(2_097_153, number -> number != 127);
    assertArrayEquals(new int[] {0, 4}, holders.get(0));
    assertArrayEquals(new int[] {3, 4}, holders.get(5));
    assertArrayEquals(new int[] {2, 4}, holders.get(2_097_152));
    assertArrayEquals(new int[] {}, holders.get(6));
    assertArrayEquals(new int[] {}, holders.get(127));
    assertArrayEquals(LISTS[2], holders.transposed(LISTS.length, _ -> true).get(2));
  }

  @Test
  void aWeightIsAddedToEachNumberOfAList() {
    int[] sums = new int[256];
    lists().addTo(sums, 0, 3);
    lists().addTo(sums, 3, 4);
    assertEquals(3, sums[255]);
    assertEquals(4, sums[5]);
    assertEquals(0, sums[2]);
  }
}
