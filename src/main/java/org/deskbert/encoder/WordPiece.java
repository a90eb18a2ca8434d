package org.deskbert.encoder;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The tokenizer of BERT: cleans the text, splits it at white space, punctuation and CJK ideographs,
 * and covers each word with the longest pieces of the vocabulary, from left to right. Gives the
 * same ids as {@code BertTokenizerFast} of Hugging Face, except that a special token written in the
 * text, such as {@code [SEP]}, is read as plain text: what people type never steers the model.
 *
 * <p>Thread-safe. Takes time linear in the text and reads no further than the maximum of tokens.
 *
 * <p>Source: Devlin et al., "BERT" (2018), section 3; Wu et al., "Google's Neural Machine
 * Translation System" (2016), section 4.1.
 */
final class WordPiece {
  /** A longer word is one unknown token, as in the reference implementation. */
  private static final int LONGEST_WORD = 100;

  private final Vocabulary vocabulary;
  private final boolean lowercase;
  private final int cls;
  private final int sep;
  private final int unknown;

  /**
   * @param lowercase whether letters are lowered and accents taken off ("uncased" models)
   * @throws BundleException if the vocabulary lacks a special token
   */
  WordPiece(Vocabulary vocabulary, boolean lowercase) throws BundleException {
    this.vocabulary = vocabulary;
    this.lowercase = lowercase;
    cls = special("[CLS]");
    sep = special("[SEP]");
    unknown = special("[UNK]");
  }

  private int special(String token) throws BundleException {
    int id = vocabulary.id(token);
    if (id < 0) {
      throw new BundleException(
          "The bundle's vocab.txt lacks the token "
              + token
              + ": take the vocab.txt that belongs to the model.");
    }
    return id;
  }

  /**
   * The tokens of one text.
   *
   * @param ids [CLS], the pieces, [SEP]
   * @param cut true if the text had more pieces than fit
   */
  record Tokens(int[] ids, boolean cut) {}

  /**
   * Splits a text into tokens.
   *
   * @param max the most tokens to give, with [CLS] and [SEP]; at least 2
   */
  Tokens tokens(String text, int max) {
    Run run = new Run(max);
    run.add(cls);
    run.read(text);
    run.ids[run.count++] = sep;
    return new Tokens(Arrays.copyOf(run.ids, run.count), run.full);
  }

  /** One pass over one text. */
  private final class Run {
    private final int[] ids;
    private int count;
    private boolean full;
    private char[] chunk = new char[64];
    private int length;

    Run(int max) {
      ids = new int[max];
    }

    /** Adds an id; the last place is kept for [SEP]. */
    void add(int id) {
      if (count < ids.length - 1) {
        ids[count++] = id;
      } else {
        full = true;
      }
    }

    /** Collects what stands between white space, cleaned, and hands it on chunk by chunk. */
    void read(String text) {
      boolean ascii = true;
      int step;
      for (int i = 0; i < text.length() && !full; i += step) {
        int c = text.codePointAt(i);
        step = Character.charCount(c);
        if (Characters.isSpace(c)) {
          words(ascii);
          ascii = true;
        } else if (Characters.isIdeograph(c)) {
          words(ascii);
          append(c);
          words(false);
          ascii = true;
        } else if (!Characters.isDropped(c)) {
          append(c);
          ascii &= c < 0x80;
        }
      }
      words(ascii);
    }

    private void append(int c) {
      if (length + 2 > chunk.length) {
        chunk = Arrays.copyOf(chunk, chunk.length * 2);
      }
      length += Character.toChars(c, chunk, length);
    }

    /** Turns the chunk into words, and empties it. */
    private void words(boolean ascii) {
      if (lowercase) {
        if (ascii) {
          for (int i = 0; i < length; i++) {
            char c = chunk[i];
            chunk[i] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
          }
        } else {
          plain();
        }
      }
      int start = 0;
      int step;
      for (int i = 0; i < length && !full; i += step) {
        int c = Character.codePointAt(chunk, i, length);
        step = Character.charCount(c);
        if (Characters.isPunctuation(c)) {
          pieces(start, i);
          pieces(i, i + step);
          start = i + step;
        }
      }
      pieces(start, length);
      length = 0;
    }

    /** Takes accents off and lowers letters, one by one: there is no final sigma here. */
    private void plain() {
      String decomposed = Normalizer.normalize(new String(chunk, 0, length), Normalizer.Form.NFD);
      length = 0;
      int step;
      for (int i = 0; i < decomposed.length(); i += step) {
        int c = decomposed.codePointAt(i);
        step = Character.charCount(c);
        if (!Characters.isAccent(c)) {
          append(Character.toLowerCase(c));
        }
      }
    }

    /** Covers a word with the longest pieces, or with one unknown token if that can't be done. */
    private void pieces(int from, int to) {
      if (from == to || full) {
        return;
      }
      if (Character.codePointCount(chunk, from, to - from) > LONGEST_WORD) {
        add(unknown);
        return;
      }
      int before = count;
      int start = from;
      while (start < to) {
        int end = Math.min(to, start + vocabulary.longest());
        int id = -1;
        while (end > start && (id = vocabulary.id(chunk, start, end, start > from)) < 0) {
          end--;
        }
        if (id < 0) {
          count = before;
          full = false;
          add(unknown);
          return;
        }
        add(id);
        start = end;
      }
    }
  }
}
