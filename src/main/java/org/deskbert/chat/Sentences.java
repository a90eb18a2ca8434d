package org.deskbert.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a message into what may be asked by itself: sentences, lines, and joined questions. */
final class Sentences {
  /** Longer messages are asked as a whole: nobody types so much, and what is pasted has no end. */
  private static final int MAX_CHARS = 4_000;

  private static final String ASKS =
      "(?:how|what|when|where|who|why|which|can|could|may|do|does|did|is|are|will|would|should)\\b";

  /** Where a second question begins within a sentence. */
  private static final Pattern JOINED =
      Pattern.compile(
          "; | ?, ?also\\b,? ?| and also\\b ?|,? and (?=" + ASKS + ")|, and (?=(?:if|i|my)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:(?:and|also|besides|so|but|please|two things)[,:]? )*+(?:"
              + ASKS
              + "|tell me\\b|i need\\b|i want\\b|i'd like\\b|i would like\\b).*|.*\\?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** After such a line comes a signature. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?:thank you|thanks|many thanks|kind|best|warm|yours|regards|cheers|sincerely)"
              + "[^.!?]{0,40},?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SALUTATION =
      Pattern.compile(
          "(?:hi|hey|hello|dear|good (?:morning|afternoon|evening))\\b[^.?]{0,40}[,!.]?",
          Pattern.CASE_INSENSITIVE);

  /** Points back at the sentence before. */
  private static final Pattern POINTS_BACK =
      Pattern.compile("\\b(?:it|that|this|them|those)\\b", Pattern.CASE_INSENSITIVE);

  private Sentences() {}

  /**
   * A clause of a message.
   *
   * @param text as written
   * @param asked the same, with the sentence before it where it points back at that
   * @param question whether it is a question or a request by its form
   */
  record Clause(String text, String asked, boolean question) {}

  /** The clauses in the order of the message, without salutation and signature. */
  static List<Clause> of(String message) {
    List<Clause> clauses = new ArrayList<>();
    String before = "";
    List<String> sentences = message.length() > MAX_CHARS ? List.of() : sentences(message);
    for (String sentence : sentences) {
      for (String part : JOINED.splitAsStream(sentence).toList()) {
        String text = part.strip();
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
          continue;
        }
        boolean question = QUESTION.matcher(text).matches();
        boolean points = POINTS_BACK.matcher(text).find();
        boolean more = question && (points || text.chars().filter(c -> c == ' ').count() < 2);
        if (more && before.isEmpty() && !clauses.isEmpty()) {
          Clause last = clauses.removeLast(); // it belongs to the question before
          clauses.add(new Clause(last.text() + " " + text, last.asked() + " " + text, true));
          continue;
        }
        boolean back = points && question && !before.isEmpty();
        clauses.add(new Clause(text, back ? before + " " + text : text, question));
        before = question ? "" : text;
      }
    }
    return clauses;
  }

  private static String singleBlanks(String line) {
    return line.strip().replaceAll("\\s++", " ");
  }

  private static List<String> sentences(String message) {
    List<String> sentences = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    for (String line : message.lines().map(Sentences::singleBlanks).toList()) {
      if (CLOSING.matcher(line).matches() && !sentences.isEmpty()) {
        break;
      }
      breaks.setText(line);
      int start = 0;
      for (int end = breaks.following(0);
          end != BreakIterator.DONE && start < line.length();
          end = breaks.next()) {
        String sentence = line.substring(start, end).strip();
        if (!sentence.isEmpty() && !SALUTATION.matcher(sentence).matches()) {
          sentences.add(sentence);
        }
        start = end;
      }
    }
    return sentences;
  }
}
