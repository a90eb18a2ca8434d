package org.deskbert.encoder;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPieceTest {
  private static final int CLS = 101;
  private static final int SEP = 102;

  private static Vocabulary vocabulary;
  private static WordPiece wordPiece;

  @BeforeAll
  static void read() throws BundleException {
    vocabulary = Vocabulary.read(Fixtures.SHIPPED.resolve(Bundle.VOCABULARY));
    wordPiece = new WordPiece(vocabulary, true);
  }

  @Test
  void agreesWithTheReferenceOnOurTexts() {
    agree(Fixtures.tokenized());
  }

  @Test
  void agreesWithTheReferenceOnTheBigSet() throws Exception {
    String data = System.getProperty("data", "");
    assumeFalse(data.isBlank(), "runs with -Ddata=DIR");
    Path file = Path.of(data, "tokenizer", "vectors.jsonl");
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      List<Fixtures.Tokenized> cases = Fixtures.lines(reader, Fixtures.Tokenized.class);
      assertEquals(4964, cases.size());
      agree(cases);
    }
  }

  private static void agree(List<Fixtures.Tokenized> cases) {
    assertAll(
        cases.stream()
            .map(expected ->
                () ->
                    assertArrayEquals(
                        expected.ids(),
                        wordPiece.tokens(expected.text(), 512).ids(),
                        expected.text())));
  }

  @Test
  void aLongTextIsCutAndSaysSo() {
    WordPiece.Tokens whole = wordPiece.tokens("one two three", 5);
    assertEquals(5, whole.ids().length);
    assertFalse(whole.cut());

    WordPiece.Tokens cut = wordPiece.tokens("one two three four ", 5);
    assertArrayEquals(whole.ids(), cut.ids());
    assertTrue(cut.cut());
  }

  @Test
  void whiteSpaceAfterTheLastTokenCutsNothing() {
    assertFalse(wordPiece.tokens("one two three " + " ".repeat(1 << 20), 5).cut());
  }

  @Test
  void aWordThatDoesNotFitIsStillUnknownAsAWhole() {
    // "hello" is a piece, but no piece covers what follows in the same word.
    assertArrayEquals(
        new int[] {CLS, vocabulary.id("[UNK]"), SEP}, wordPiece.tokens("hello\u0378", 3).ids());
  }

  @Test
  void aMegabyteWithoutAGapIsOneUnknownWord() {
    WordPiece.Tokens tokens = wordPiece.tokens("é".repeat(1 << 20), 128);
    assertArrayEquals(new int[] {CLS, vocabulary.id("[UNK]"), SEP}, tokens.ids());
    assertFalse(tokens.cut());
  }

  @Test
  void specialTokensInATextArePlainText() {
    int[] ids = wordPiece.tokens("a [SEP] b [CLS]", 64).ids();
    assertEquals(1, Arrays.stream(ids).filter(id -> id == SEP).count());
    assertEquals(1, Arrays.stream(ids).filter(id -> id == CLS).count());
  }

  @Test
  void aCasedModelKeepsCaseAndAccents(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("vocab.txt");
    Files.write(file, List.of("[UNK]", "[CLS]", "[SEP]", "Caf", "##é", "cafe"));
    Vocabulary cased = Vocabulary.read(file);
    assertArrayEquals(new int[] {1, 3, 4, 2}, new WordPiece(cased, false).tokens("Café", 9).ids());
    assertArrayEquals(new int[] {1, 5, 2}, new WordPiece(cased, true).tokens("Café", 9).ids());
  }

  @Test
  void aVocabularyWithoutSpecialTokensIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("vocab.txt");
    Files.write(file, List.of("[UNK]", "[CLS]", "a"));
    Vocabulary lacking = Vocabulary.read(file);
    BundleException e = assertThrows(BundleException.class, () -> new WordPiece(lacking, true));
    assertTrue(e.getMessage().contains("[SEP]"), e.getMessage());
  }

  @Test
  void aBinaryVocabularyIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("vocab.txt"), new byte[] {(byte) 0xC3, 0x28, '\n'});
    BundleException e = assertThrows(BundleException.class, () -> Vocabulary.read(file));
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
  }
}
