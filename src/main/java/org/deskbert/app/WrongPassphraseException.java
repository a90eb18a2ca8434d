package org.deskbert.app;

import org.deskbert.faq.FaqException;

/** That is not the passphrase of the encrypted data. */
public final class WrongPassphraseException extends FaqException {
  private static final long serialVersionUID = 1L;

  WrongPassphraseException(String sentence) {
    super(sentence);
  }
}
