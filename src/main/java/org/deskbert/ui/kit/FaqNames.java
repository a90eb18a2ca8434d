package org.deskbert.ui.kit;

import static org.deskbert.ui.kit.Texts.text;

import java.util.List;
import java.util.Locale;

/** How names of FAQs are written in the window. */
public final class FaqNames {
  /** Names up to this length are taken for abbreviations. */
  private static final int ABBREVIATION = 3;

  private FaqNames() {}

  /** A name in small letters gets capitals: {@code it} is IT, {@code shop} is Shop. */
  public static String shown(String name) {
    boolean plain = name.chars().allMatch(c -> c >= 'a' && c <= 'z');
    if (!plain || name.isEmpty()) {
      return name;
    }
    return name.length() <= ABBREVIATION
        ? name.toUpperCase(Locale.ROOT)
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Several names in words; from three on, how many there are. */
  public static String joined(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> shown(names.getFirst());
      case 2 -> text("faqs.two", shown(names.get(0)), shown(names.get(1)));
      default -> text("faqs.several", names.size());
    };
  }
}
