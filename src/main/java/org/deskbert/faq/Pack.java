package org.deskbert.faq;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A FAQ with all that belongs to it, as it is sent to others.
 *
 * @param shared the FAQ and what it was made from
 * @param files what else is in it, by path: pictures, fitted confidence, vectors
 * @param signer fingerprint of the key that signed it
 */
public record Pack(Shared shared, SortedMap<String, byte[]> files, String signer) {
  public Pack {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The name that the giver has for the FAQ. */
  public String name() {
    return shared.faq().name();
  }
}
