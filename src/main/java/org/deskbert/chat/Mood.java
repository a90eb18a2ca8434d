package org.deskbert.chat;

/** How a message sounds. */
public enum Mood {
  /** As most do. */
  NEUTRAL,
  /** Anger, disappointment, giving up. */
  FRUSTRATED,
  /** Help is needed within minutes or hours. */
  URGENT
}
