package org.deskbert.chat;

import java.util.List;
import org.deskbert.chat.Conversation.Exchange;

/** Finds out whether an asker puts the question before in other words: a sign that it failed. */
public final class Rephrasing {
  /**
   * Cosine from which two questions in a row are about the same. Chosen by looking at a few of our
   * own, not measured.
   */
  private static final double ALIKE = 0.8;

  private Rephrasing() {}

  /** Whether the message of {@code turn} asks again what the message before it asked. */
  public static boolean of(Turn turn) {
    return switch (turn.as()) {
      case CORRECTION, REPEAT -> true;
      case CHOICE, FOLLOW_UP -> false;
      case ALONE -> alike(turn.next().exchanges());
    };
  }

  private static boolean alike(List<Exchange> exchanges) {
    if (exchanges.size() < 2) {
      return false;
    }
    float[] now = exchanges.getLast().vector();
    float[] before = exchanges.get(exchanges.size() - 2).vector();
    if (now == null || before == null || now.length != before.length) {
      return false;
    }
    double cosine = 0;
    for (int i = 0; i < now.length; i++) {
      cosine += now[i] * before[i];
    }
    return cosine >= ALIKE;
  }
}
