package org.deskbert.faq;

import java.util.List;

/**
 * One row, section or object of a file before it is checked. Texts are as found; empty means
 * absent.
 */
record Draft(
    Place place,
    String id,
    List<String> phrasings,
    String answer,
    String category,
    List<String> tags,
    String parent,
    String until,
    String notes) {
  /** One of a format that has no notes. */
  Draft(
      Place place,
      String id,
      List<String> phrasings,
      String answer,
      String category,
      List<String> tags,
      String parent,
      String until) {
    this(place, id, phrasings, answer, category, tags, parent, until, "");
  }

  /** Where the parts stand; columns are 1-based, 0 where the format has none. */
  record Place(String file, int line, int question, int answer, int parent, int until) {
    /** A place without columns. */
    Place(String file, int line) {
      this(file, line, 0, 0, 0, 0);
    }
  }
}
