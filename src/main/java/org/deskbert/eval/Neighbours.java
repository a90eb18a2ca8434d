package org.deskbert.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deskbert.trace.Progress;

/**
 * For each entry, the other entries that come nearest to it with their nearest rows. Every row is
 * compared with every other; 64 rows at a time stay near the processor, dimension by dimension, so
 * that the inner loop runs over rows and uses SIMD.
 */
final class Neighbours {
  /** How many neighbours an entry has at most. */
  static final int MOST = 8;

  private static final int WIDTH = 64;

  private final float[][] rows;
  private final int[] owners;
  private final int entries;

  /**
   * Two entries.
   *
   * @param other number of the other entry
   * @param cosine of the two rows
   * @param own number of the entry's row
   * @param theirs number of the other's row
   */
  record Near(int other, float cosine, int own, int theirs) {
    private static final Comparator<Near> NEAREST_FIRST =
        Comparator.comparingDouble(Near::cosine)
            .reversed()
            .thenComparingInt(Near::other)
            .thenComparingInt(Near::own)
            .thenComparingInt(Near::theirs);
  }

  private Neighbours(float[][] rows, int[] owners) {
    this.rows = rows;
    this.owners = owners;
    this.entries = owners.length == 0 ? 0 : owners[owners.length - 1] + 1;
  }

  /**
   * The neighbours of each entry, nearest first.
   *
   * @param rows unit vectors
   * @param owners number of the entry of each row, 0, 1, …, never falling
   * @throws CancellationException if {@code progress} says stop
   */
  static List<List<Near>> of(float[][] rows, int[] owners, int threads, Progress progress) {
    return new Neighbours(rows, owners).find(threads, progress);
  }

  private List<List<Near>> find(int threads, Progress progress) {
    int blocks = (rows.length + WIDTH - 1) / WIDTH;
    AtomicInteger done = new AtomicInteger();
    Finder[] finders = new Finder[Math.max(1, threads)];
    Arrays.setAll(finders, i -> new Finder());
    Work.each(
        finders.length,
        thread -> {
          // The last blocks have the most rows before them.
          for (int n = done.getAndIncrement(); n < blocks; n = done.getAndIncrement()) {
            if (!progress.report("comparing phrasings", n, blocks)) {
              throw new CancellationException();
            }
            finders[thread].compare(blocks - 1 - n);
          }
        });
    return IntStream.range(0, entries)
        .mapToObj(entry -> merged(Arrays.stream(finders).map(finder -> finder.nearest[entry])))
        .toList();
  }

  private static List<Near> merged(Stream<Near[]> lists) {
    Near[] all =
        lists
            .flatMap(Arrays::stream)
            .filter(near -> near != null)
            .sorted(Near.NEAREST_FIRST)
            .toArray(Near[]::new);
    // Two threads may have met the same pair of entries.
    return IntStream.range(0, all.length)
        .filter(i -> IntStream.range(0, i).noneMatch(j -> all[j].other() == all[i].other()))
        .limit(MOST)
        .mapToObj(i -> all[i])
        .toList();
  }

  /** What one thread has found so far. */
  private final class Finder {
    private final Near[][] nearest = new Near[entries][MOST];
    private final float[] sums = new float[WIDTH];

    /** Compares the rows of a block with each other and with all rows before them. */
    void compare(int number) {
      int from = number * WIDTH;
      int to = Math.min(rows.length, from + WIDTH);
      int dimension = rows[0].length;
      float[] block = new float[dimension * WIDTH];
      for (int j = from; j < to; j++) {
        for (int d = 0; d < dimension; d++) {
          block[d * WIDTH + j - from] = rows[j][d];
        }
      }
      for (int i = 0; i < to; i++) {
        Arrays.fill(sums, 0);
        for (int d = 0; d < dimension; d++) {
          addScaled(sums, block, d * WIDTH, rows[i][d]);
        }
        for (int j = Math.max(from, i + 1); j < to; j++) {
          if (owners[i] != owners[j]) {
            offer(owners[i], owners[j], sums[j - from], i, j);
            offer(owners[j], owners[i], sums[j - from], j, i);
          }
        }
      }
    }

    private void offer(int entry, int other, float cosine, int own, int theirs) {
      Near[] list = nearest[entry];
      Near last = list[MOST - 1];
      if (last != null && cosine < last.cosine()) {
        return;
      }
      Near near = new Near(other, cosine, own, theirs);
      int at = 0;
      while (at < MOST - 1 && list[at] != null && list[at].other() != other) {
        at++;
      }
      // Now at is the pair's place, or a free one, or the last.
      Near there = list[at];
      if (there == null || Near.NEAREST_FIRST.compare(near, there) < 0) {
        list[at] = near;
        while (at > 0 && Near.NEAREST_FIRST.compare(near, list[at - 1]) < 0) {
          list[at] = list[at - 1];
          list[--at] = near;
        }
      }
    }
  }

  private static void addScaled(float[] sums, float[] block, int offset, float factor) {
    for (int i = 0; i < WIDTH; i++) {
      sums[i] += factor * block[offset + i];
    }
  }
}
