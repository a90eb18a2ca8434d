package org.deskbert.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallHeapTest {
  private final List<Runnable> waiting = new ArrayList<>();
  private long used;
  private int collected;
  private final SmallHeap heap =
      new SmallHeap(
          () -> used,
          () -> {
            collected++;
            used -= SmallHeap.SLACK;
          },
          (_, work) -> waiting.add(work));

  @Test
  void collectsOnceAMomentAfterTheHeapHasGrown() {
    heap.touch();
    assertEquals(0, waiting.size());
    used = SmallHeap.SLACK + 1;
    heap.touch();
    heap.touch();
    assertEquals(1, waiting.size());
    waiting.removeFirst().run();
    assertEquals(1, collected);
  }

  @Test
  void whatIsStillInUseIsNoReasonToCollectAgain() {
    used = 5 * SmallHeap.SLACK;
    heap.touch();
    waiting.removeFirst().run();
    used = 6 * SmallHeap.SLACK; // half as much again as the 4 that were left
    heap.touch();
    assertEquals(0, waiting.size());
    used++;
    heap.touch();
    assertEquals(1, waiting.size());
  }
}
