package org.deskbert.ui.kit;

import static org.deskbert.ui.kit.Texts.text;

/** Shares as the window writes them. */
public final class Percent {
  private Percent() {}

  /** Whole percent as the language writes it; 100 only for certainty, and 0 only for nothing. */
  public static String of(double share) {
    long whole = Math.round(share * 100);
    if (share > 0 && share < 1) {
      whole = Math.clamp(whole, 1, 99);
    }
    return text("percent", whole);
  }
}
