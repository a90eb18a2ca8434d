package org.deskbert.faq;

import org.jspecify.annotations.Nullable;

/** The library's file is damaged; a backup can take its place. */
public final class DamagedLibraryException extends FaqException {
  /** One sentence that names the file and the remedy. */
  DamagedLibraryException(String message, @Nullable Throwable cause) {
    super(message);
    if (cause != null) {
      initCause(cause);
    }
  }
}
