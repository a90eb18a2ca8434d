package org.deskbert.chat.history;

import org.deskbert.faq.FaqException;

/** The file of the conversations is damaged, or no such file at all. */
public final class DamagedChatsException extends FaqException {
  /** One sentence that names the file. */
  DamagedChatsException(String message, Throwable cause) {
    super(message, cause);
  }
}
