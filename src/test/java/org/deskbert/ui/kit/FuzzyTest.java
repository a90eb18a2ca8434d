package org.deskbert.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyTest {
  @Test
  void allLettersMustStandInTheirOrder() {
    assertEquals(-1, Fuzzy.score("xyz", "Settings"));
    assertEquals(-1, Fuzzy.score("gns", "Settings of it"));
    assertTrue(Fuzzy.score("STNG", "Settings") > 0);
    assertEquals(0, Fuzzy.score(" ", "Settings"));
  }

  @Test
  void beginningsOfWordsAndLettersInARowFitBetter() {
    assertTrue(Fuzzy.score("nc", "New conversation") > Fuzzy.score("nc", "Silence"));
    assertTrue(Fuzzy.score("set", "Settings") > Fuzzy.score("set", "Show latency"));
    assertTrue(Fuzzy.score("set", "Open the settings") > Fuzzy.score("set", "Side by text"));
  }
}
