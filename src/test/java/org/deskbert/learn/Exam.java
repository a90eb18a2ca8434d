package org.deskbert.learn;

import java.util.List;
import org.deskbert.faq.Faq;
import org.deskbert.search.FaqIndex;

/**
 * A FAQ and questions to it.
 *
 * @param name for the table of figures; exams of one name and another split share their FAQ
 * @param develop true if nothing is learnt from it, only measured
 * @param outside texts that this FAQ does not answer
 * @param weight how much it counts among the exams
 */
record Exam(
    String name, boolean develop, Faq faq, List<Ask> asks, List<String> outside, double weight) {

  /**
   * A question.
   *
   * @param id of the entry that answers it
   * @param without number of the phrasing that is left out, or {@link FaqIndex#ALL}
   */
  record Ask(String text, String id, int without, boolean mistyped) {
    Ask(String text, String id) {
      this(text, id, FaqIndex.ALL, false);
    }

    Ask typed() {
      return new Ask(Noise.mistype(text), id, without, true);
    }
  }

  /** Each question as asked, and once more mistyped. */
  static List<Ask> withTypos(List<Ask> asks) {
    return java.util.stream.Stream.concat(asks.stream(), asks.stream().map(Ask::typed)).toList();
  }
}
