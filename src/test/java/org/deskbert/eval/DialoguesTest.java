package org.deskbert.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Dialogue;
import org.deskbert.chat.Policy;
import org.deskbert.chat.Reply;
import org.deskbert.chat.Sentiment;
import org.deskbert.chat.Turn;
import org.deskbert.encoder.Bundle;
import org.deskbert.encoder.Encoder;
import org.deskbert.encoder.OnnxEncoder;
import org.deskbert.search.VectorCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The dialogues on the sample FAQs: is the right entry the answer, or the first suggestion, at each
 * turn? {@code -Ddialogues=FILE} scores another file, without a floor.
 */
class DialoguesTest {
  private static final Path DEVELOP = Path.of("src/test/resources/dialogues/develop.csv");
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Map<String, Dialogue> dialogues = new HashMap<>();
  private int turns;
  private int right;
  private int followUps;
  private int rightFollowUps;
  private int wrongAnswers;

  @Test
  void theRightEntryComesFirst() throws Exception {
    String other = System.getProperty("dialogues");
    Path file = other == null ? DEVELOP : Path.of(other);
    try (Encoder encoder = OnnxEncoder.load(Bundle.open(Path.of("models/deskbert-small")))) {
      run(encoder, file);
    }
    String figures =
        String.format(
            Locale.ROOT,
            "%s: %d of %d turns right (%.1f %%), of these %d of %d after the first; %d wrong"
                + " answers",
            file.getFileName(),
            right,
            turns,
            100.0 * right / turns,
            rightFollowUps,
            followUps,
            wrongAnswers);
    System.out.println(figures);
    assertTrue(other != null || right >= 0.8 * turns, figures);
    assertTrue(other != null || wrongAnswers <= 0.05 * turns, figures);
  }

  private void run(Encoder encoder, Path file) throws Exception {
    String dialogue = "";
    Conversation conversation = Conversation.EMPTY;
    Reply before = null;
    try (Reader reader = Files.newBufferedReader(file)) {
      for (CSVRecord row : CSV.parse(reader)) {
        boolean first = !row.get("dialogue").equals(dialogue);
        if (first) {
          dialogue = row.get("dialogue");
          conversation = Conversation.EMPTY;
          before = null;
        }
        Turn turn = dialogue(row.get("faq"), encoder).say(conversation, row.get("message"));
        String wanted = wanted(row, before);
        if (!wanted.isEmpty()) {
          count(row, first, wanted, turn.reply());
        }
        conversation = turn.next();
        before = turn.reply();
      }
    }
  }

  private void count(CSVRecord row, boolean first, String wanted, Reply reply) {
    String got =
        switch (reply) {
          case Reply.Answered answered -> answered.entry().id();
          case Reply.DidYouMean several -> several.suggestions().getFirst().entry().id();
          default -> reply.outcome();
        };
    boolean asksBack = reply instanceof Reply.DidYouMean && row.get("note").equals("ambiguous");
    boolean ok = asksBack || got.equals(wanted);
    turns++;
    right += ok ? 1 : 0;
    followUps += first ? 0 : 1;
    rightFollowUps += ok && !first ? 1 : 0;
    wrongAnswers += !ok && reply instanceof Reply.Answered ? 1 : 0;
    if (!ok && System.getProperty("dialogues") == null) {
      System.out.printf("  %s wants %s, got %s%n", row.get("message"), wanted, got);
    }
  }

  /** The entry that should come first, empty if the row does not count. */
  private static String wanted(CSVRecord row, @Nullable Reply before) {
    String note = row.get("note");
    if (!note.startsWith("pick ")) {
      return row.get("id");
    }
    int number = Integer.parseInt(note.substring("pick ".length()));
    return before instanceof Reply.DidYouMean several && several.suggestions().size() >= number
        ? several.suggestions().get(number - 1).entry().id()
        : "";
  }

  private Dialogue dialogue(String name, Encoder encoder) throws Exception {
    Dialogue known = dialogues.get(name);
    if (known != null) {
      return known;
    }
    Dialogue dialogue =
        new Dialogue(
            Assistants.of(Assistants.sample(name), encoder, VectorCache.inMemory(), Policy.DEFAULT),
            Sentiment.NONE);
    dialogues.put(name, dialogue);
    return dialogue;
  }
}
