package org.deskbert.encoder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The word pieces of a model: text to id. Pieces are looked up in a range of characters, so that a
 * search for the longest piece makes no strings.
 */
final class Vocabulary {
  private static final String INNER = "##";

  private final String[] tokens;

  /** Open addressing with linear probing: id + 1 of a token, 0 where free; at most half full. */
  private final int[] table;

  private final int longest;

  /**
   * @param lines the tokens in the order of their ids
   */
  Vocabulary(List<String> lines) {
    tokens = lines.toArray(String[]::new);
    table = new int[Integer.highestOneBit(Math.max(1, tokens.length)) * 4];
    int length = 0;
    for (int id = 0; id < tokens.length; id++) {
      char[] text = tokens[id].toCharArray();
      int from = tokens[id].startsWith(INNER) ? INNER.length() : 0;
      int slot = slot(text, from, text.length, from > 0);
      // Where a token stands twice its last line counts, as in the reference implementation.
      table[slot] = id + 1;
      length = Math.max(length, text.length - from);
    }
    longest = length;
  }

  /** Reads a {@code vocab.txt}: one token a line, the line number from 0 is its id. */
  static Vocabulary read(Path file) throws BundleException {
    try {
      return new Vocabulary(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new BundleException(
          file + " is not a UTF-8 text with one token a line: copy the bundle again.", e);
    } catch (IOException e) {
      throw new BundleException(file + " can't be read: check that you may open it.", e);
    }
  }

  /** The whole words among the tokens. */
  Spelling spelling() {
    return Spelling.of(List.of(tokens));
  }

  /** The number of tokens. */
  int size() {
    return tokens.length;
  }

  /** The characters of the longest piece, without its {@code ##}. */
  int longest() {
    return longest;
  }

  /** The id of a whole token such as {@code [CLS]}, -1 if there is none. */
  int id(String token) {
    return id(token.toCharArray(), 0, token.length(), false);
  }

  /**
   * The id of the piece that is {@code text[from, to)}, -1 if there is none.
   *
   * @param inner true for a piece inside a word, which the file marks with {@code ##}
   */
  int id(char[] text, int from, int to, boolean inner) {
    return table[slot(text, from, to, inner)] - 1;
  }

  private int slot(char[] text, int from, int to, boolean inner) {
    int hash = inner ? 1 : 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + text[i];
    }
    hash *= 0x9E3779B9;
    int slot = hash >>> Integer.numberOfLeadingZeros(table.length - 1);
    while (table[slot] != 0 && !same(tokens[table[slot] - 1], text, from, to, inner)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private static boolean same(String token, char[] text, int from, int to, boolean inner) {
    boolean marked = token.startsWith(INNER);
    int skip = marked ? INNER.length() : 0;
    if (marked != inner || token.length() - skip != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (token.charAt(i - from + skip) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
