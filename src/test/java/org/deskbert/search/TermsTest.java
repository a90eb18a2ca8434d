package org.deskbert.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermsTest {
  /** What texts of a FAQ are made of; none has half of a surrogate pair. */
  private static final String[] PARTS = {
    " ",
    " ",
    " ",
    "\n",
    "\t",
    "printer",
    "Don't",
    "user's",
    "e-mail",
    "3.5",
    "1,000",
    "a",
    "É",
    "_",
    "foo.bar@example.org",
    "C++",
    "\u0301",
    "\u00ad",
    "\u200d",
    "\u00a0",
    "👩‍💻",
    "🇩🇪",
    "ไทย",
    "打印机",
    "カタカナ",
    "한국어",
    "שלום",
    "\ufffd",
    "?!",
    "...",
    "x".repeat(300),
    "word ".repeat(30)
  };

  @Test
  void wordsCutOnceAreTheWordsOfTheWholeText() {
    Random random = new Random(1);
    Map<String, List<String>> known = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(12); part >= 0; part--) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
      assertEquals(
          Terms.words(text.toString()), Terms.words(text.toString(), known), text::toString);
    }
  }
}
