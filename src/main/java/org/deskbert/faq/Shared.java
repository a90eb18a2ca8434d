package org.deskbert.faq;

import java.util.List;

/**
 * A FAQ as it is given away.
 *
 * @param faq the content, under the name that the giver has for it
 * @param version its version
 * @param lineage the versions that it was made from, itself included
 * @param tests its test questions; no part of the version
 */
public record Shared(Faq faq, Version version, List<Version> lineage, List<TestQuestion> tests) {
  public Shared {
    lineage = List.copyOf(lineage);
    tests = List.copyOf(tests);
  }
}
