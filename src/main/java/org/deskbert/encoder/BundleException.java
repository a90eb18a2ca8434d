package org.deskbert.encoder;

/** A model bundle can't be used; the message is one sentence that names the file and the remedy. */
public final class BundleException extends Exception {
  /** Creates the exception with a sentence for the user. */
  public BundleException(String message) {
    super(message);
  }

  /** Creates the exception with a sentence for the user and the cause for {@code --debug}. */
  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
