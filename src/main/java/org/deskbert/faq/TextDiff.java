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
}
