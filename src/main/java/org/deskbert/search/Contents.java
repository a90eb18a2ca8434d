package org.deskbert.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;

/**
 * The entries of some FAQs and their phrasings, numbered in the order of the FAQs.
 *
 * @param items entries by number
 * @param phrasings by number
 * @param itemOf by phrasing: the number of its entry
 * @param firsts by entry: the number of its first phrasing; then the number of all phrasings
 */
record Contents(List<Item> items, List<Phrasing> phrasings, int[] itemOf, int[] firsts) {
  /** One entry and the FAQ that it is from. */
  record Item(String source, Entry entry) {}

  /** What answers of these FAQs. */
  static Contents of(List<Faq> faqs, Answering answering) {
    List<Item> items = new ArrayList<>();
    for (Faq faq : faqs) {
      answering.entries(faq).forEach(entry -> items.add(new Item(faq.name(), entry)));
    }
    int[] firsts = new int[items.size() + 1];
    for (int i = 0; i < items.size(); i++) {
      firsts[i + 1] = firsts[i] + items.get(i).entry().phrasings().size();
    }
    int[] itemOf = new int[firsts[items.size()]];
    List<Phrasing> phrasings = new ArrayList<>(itemOf.length);
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      for (String text : item.entry().phrasings()) {
        itemOf[phrasings.size()] = i;
        phrasings.add(new Phrasing(phrasings.size(), item.source(), item.entry(), text));
      }
    }
    return new Contents(items, Collections.unmodifiableList(phrasings), itemOf, firsts);
  }
}
