package org.deskbert.trace;

/** Follows long work and can stop it. Called from any thread. */
public interface Progress {
  /** Nobody looks, nobody cancels. */
  Progress NONE = (phase, done, total) -> true;

  /**
   * Reports progress.
   *
   * @param phase what is being done, in words a user understands
   * @param done how many of {@code total} are done
   * @return false if the work should stop; the worker then throws {@link
   *     java.util.concurrent.CancellationException}
   */
  boolean report(String phase, int done, int total);

  /**
   * The progress of one part of the work: its own from 0 to all is {@code from} to {@code to} of
   * {@code whole} here.
   */
  default Progress part(int from, int to, int whole) {
    int steps = 1000;
    return (phase, done, total) -> {
      double share = total > 0 ? (double) done / total : 0;
      return report(phase, (int) (steps * (from + (to - from) * share)), steps * whole);
    };
  }
}
