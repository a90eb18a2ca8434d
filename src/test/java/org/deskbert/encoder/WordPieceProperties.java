package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any text, broken ones included. */
class WordPieceProperties {
  private static final Vocabulary VOCABULARY;
  private static final WordPiece WORD_PIECE;

  static {
    try {
      VOCABULARY = Vocabulary.read(Fixtures.SHIPPED.resolve(Bundle.VOCABULARY));
      WORD_PIECE = new WordPiece(VOCABULARY, true);
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Any UTF-16, so also halves of surrogate pairs; and texts that look more like questions. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(200),
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars(" ?!.,-'äÉñ北\u0301\u200b\ud83d\ude00[]#")
            .ofMaxLength(300));
  }

  @Property(tries = 500)
  void theIdsAreTokensBetweenClsAndSep(
      @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 128) int max) {
    int[] ids = WORD_PIECE.tokens(text, max).ids();
    assertTrue(ids.length >= 2 && ids.length <= max);
    assertEquals(VOCABULARY.id("[CLS]"), ids[0]);
    assertEquals(VOCABULARY.id("[SEP]"), ids[ids.length - 1]);
    assertTrue(Arrays.stream(ids).allMatch(id -> id >= 0 && id < VOCABULARY.size()));
  }

  @Property(tries = 500)
  void aCutTextGivesTheBeginningOfTheWholeOne(
      @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 40) int max) {
    int[] whole = inner(text, 1000);
    WordPiece.Tokens cut = WORD_PIECE.tokens(text, max);
    assertArrayEquals(
        Arrays.copyOf(whole, Math.min(whole.length, max - 2)),
        Arrays.copyOfRange(cut.ids(), 1, cut.ids().length - 1));
    assertEquals(whole.length > max - 2, cut.cut());
  }

  @Property(tries = 500)
  void whiteSpaceSeparatesAndElseCountsNothing(
      @ForAll("texts") String first, @ForAll("texts") String second) {
    int[] both = inner("\t" + first + " \u00a0\n" + second + " ", 1000);
    int[] joined =
        IntStream.concat(Arrays.stream(inner(first, 1000)), Arrays.stream(inner(second, 1000)))
            .toArray();
    assertArrayEquals(joined, both);
  }

  private static int[] inner(String text, int max) {
    int[] ids = WORD_PIECE.tokens(text, max).ids();
    return Arrays.copyOfRange(ids, 1, ids.length - 1);
  }
}
