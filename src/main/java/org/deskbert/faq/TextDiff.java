package org.deskbert.faq;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is different between two texts, word by word. */
public final class TextDiff {
  /** Where a piece of text stands. */
  public enum Side {
    BOTH,
    BEFORE,
    AFTER
  }

  /** A piece of text. The pieces of one side, joined, are its text. */
  public record Piece(Side side, String text) {}

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

  private TextDiff() {}

  /** The pieces in reading order; what went before what came. */
  public static List<Piece> of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      int from = delta.getSource().getPosition();
      add(pieces, Side.BOTH, old.subList(at, from));
      add(pieces, Side.BEFORE, delta.getSource().getLines());
      add(pieces, Side.AFTER, delta.getTarget().getLines());
      at = from + delta.getSource().size();
    }
    add(pieces, Side.BOTH, old.subList(at, old.size()));
    return List.copyOf(pieces);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }

  private static void add(List<Piece> pieces, Side side, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(side, String.join("", words)));
    }
  }

  /**
   * The same without what is far from every difference: of longer text that both have, so many
   * characters at each side where something differs, and the rest of the word.
   */
  public static List<Piece> around(List<Piece> pieces, int characters) {
    List<Piece> near = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String text = piece.text();
      if (piece.side() != Side.BOTH || text.length() <= 3 * characters) {
        near.add(piece);
        continue;
      }
      int head = i == 0 ? 0 : characters;
      int tail = i == pieces.size() - 1 ? text.length() : text.length() - characters;
      while (head > 0 && head < tail && !Character.isWhitespace(text.charAt(head))) {
        head++;
      }
      while (tail < text.length()
          && tail > head
          && !Character.isWhitespace(text.charAt(tail - 1))) {
        tail--;
      }
      String begin = head == 0 ? "" : text.substring(0, head) + " ";
      String end = tail == text.length() ? "" : " " + text.substring(tail);
      near.add(new Piece(Side.BOTH, begin + "…" + end));
    }
    return near;
  }
}
