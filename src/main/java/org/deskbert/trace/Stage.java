package org.deskbert.trace;

/** The stages of one question, in the order in which they run. */
public enum Stage {
  TOKENIZE,
  ENCODE,
  INTENT,
  SEARCH,
  DECIDE,
  PAINT
}
