package org.deskbert.search;

import java.util.ArrayList;
import java.util.List;
import org.deskbert.faq.Entry;
import org.deskbert.faq.Faq;

/** Changes single entries in a list of FAQs that stays as it is. */
final class Edits {
  private Edits() {}

  /** The FAQs with {@code entry} in {@code source}, in place of the one with its id if any. */
  static List<Faq> put(List<Faq> faqs, String source, Entry entry) {
    List<Faq> edited = new ArrayList<>();
    boolean found = false;
    for (Faq faq : faqs) {
      if (!faq.name().equals(source)) {
        edited.add(faq);
        continue;
      }
      found = true;
      List<Entry> entries = new ArrayList<>(faq.entries());
      int at = entries.stream().map(Entry::id).toList().indexOf(entry.id());
      if (at < 0) {
        entries.add(entry);
      } else {
        entries.set(at, entry);
      }
      edited.add(faq.with(entries));
    }
    if (!found) {
      edited.add(new Faq(source, List.of(entry)));
    }
    return List.copyOf(edited);
  }

  /** The FAQs without the entry {@code id} of {@code source}. */
  static List<Faq> remove(List<Faq> faqs, String source, String id) {
    List<Faq> edited = new ArrayList<>();
    for (Faq faq : faqs) {
      boolean here = faq.name().equals(source);
      edited.add(
          here ? faq.with(faq.entries().stream().filter(e -> !e.id().equals(id)).toList()) : faq);
    }
    return List.copyOf(edited);
  }
}
