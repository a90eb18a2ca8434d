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
}
