package org.deskbert.faq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deskbert.faq.TextDiff.Piece;
import org.deskbert.faq.TextDiff.Side;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void whatIsFarFromEveryDifferenceIsLeftOut() {
    String same = "one two three four five six seven eight nine ten";
    assertEquals(
        List.of(
            new Piece(Side.BOTH, "… nine ten "),
            new Piece(Side.AFTER, "new "),
            new Piece(Side.BOTH, "one two … nine ten "),
            new Piece(Side.BEFORE, "old "),
            new Piece(Side.BOTH, "one two …")),
        TextDiff.around(
            List.of(
                new Piece(Side.BOTH, same + " "),
                new Piece(Side.AFTER, "new "),
                new Piece(Side.BOTH, same + " "),
                new Piece(Side.BEFORE, "old "),
                new Piece(Side.BOTH, same)),
            7));
  }

  @Test
  void shortTextIsShownWhole() {
    List<Piece> pieces = TextDiff.of("Ring 4444 today.", "Ring 5555 today.");
    assertEquals(pieces, TextDiff.around(pieces, 7));
  }
}
