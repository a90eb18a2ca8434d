package org.deskbert.faq;

import java.time.Instant;
import java.util.List;

/**
 * A version of a FAQ that was given away in a pack, and what it was made from.
 *
 * @param id made from content and parents, so the same for everybody
 * @param content hash of the content
 * @param parents ids of the versions that it was made from, sorted
 * @param at when it was first packed
 */
public record Version(String id, String content, List<String> parents, Instant at) {
  private static final int DIGITS = 32;

  public Version {
    parents = parents.stream().sorted().toList();
  }

  static Version of(String content, List<String> parents, Instant at) {
    return new Version(id(content, parents), content, parents, at);
  }

  /** Whether the id is that of content and parents. */
  boolean isGenuine() {
    return id.equals(id(content, parents));
  }

  private static String id(String content, List<String> parents) {
    String all = content + " " + String.join(" ", parents.stream().sorted().toList());
    return FaqJson.hash(all).substring(0, DIGITS);
  }
}
