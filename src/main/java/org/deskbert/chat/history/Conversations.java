package org.deskbert.chat.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;

/**
 * The asker's conversations. Each method is one transaction, on the disk when it returns; every one
 * throws {@link FaqException} with a sentence for the user if the file can't be used.
 */
public final class Conversations {
  private static final int LONGEST_TITLE = 80;

  /** More are of no use to a reader. */
  private static final int MOST_HITS = 200;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private static final String INFO = "SELECT id, title, pinned, created, updated FROM conversation";
  private static final String ORDER = " ORDER BY pinned DESC, updated DESC, id";

  private final ChatFile file;

  Conversations(ChatFile file) {
    this.file = file;
  }

  /** All that are not deleted: the pinned ones, then the others, newest first. */
  public List<ConversationInfo> list() throws FaqException {
    return file.read(rows -> rows.list(Conversations::info, INFO + " WHERE deleted=0" + ORDER));
  }

  /** The messages of a conversation, oldest first. */
  public List<StoredMessage> messages(String id) throws FaqException {
    return file.read(rows ->
        rows.list(
            Conversations::message,
            "SELECT * FROM message WHERE conversation=? ORDER BY position",
            id));
  }

  /** Keeps a message; the first one of a conversation makes it and gives it its title. */
  public void add(String id, StoredMessage message) throws FaqException {
    file.change(rows -> {
      long time = message.time().toEpochMilli();
      rows.update(
          """
          INSERT INTO conversation(id, title, created, updated) VALUES(?, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET updated=excluded.updated\
          """,
          id,
          title(message.question()),
          time,
          time);
      return rows.update(
          """
          INSERT INTO message(conversation, position, time, question, outcome, entry, source,
            matched, answer, confidence, mode, micros, feedback)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
          """,
          id,
          message.position(),
          time,
          message.question(),
          message.outcome(),
          message.entry(),
          message.source(),
          message.matched(),
          message.answer(),
          message.confidence(),
          message.mode(),
          message.micros(),
          message.feedback().name());
    });
  }

  /** Keeps what the asker thinks of an answer. */
  public void feedback(String id, int position, Feedback feedback) throws FaqException {
    change(
        "UPDATE message SET feedback=? WHERE conversation=? AND position=?",
        feedback.name(),
        id,
        position);
  }

  /** Gives a conversation another title; a blank one changes nothing. */
  public void rename(String id, String title) throws FaqException {
    if (!title.isBlank()) {
      change("UPDATE conversation SET title=? WHERE id=?", title(title), id);
    }
  }

  /** Keeps a conversation on top, or no longer. */
  public void pin(String id, boolean pinned) throws FaqException {
    change("UPDATE conversation SET pinned=? WHERE id=?", pinned, id);
  }

  /** Takes a conversation out of every list; it can be had back until {@link #purge}. */
  public void delete(String id, Instant now) throws FaqException {
    change("UPDATE conversation SET deleted=? WHERE id=?", now.toEpochMilli(), id);
  }

  /** Puts a deleted conversation back. */
  public void restore(String id) throws FaqException {
    change("UPDATE conversation SET deleted=0 WHERE id=?", id);
  }

  /**
   * Removes for good what was deleted, and what is not pinned and was last updated before {@code
   * limit}.
   *
   * @return how many conversations went
   */
  public int purge(Instant limit) throws FaqException {
    int gone =
        file.change(rows ->
            rows.update(
                "DELETE FROM conversation WHERE deleted>0 OR (pinned=0 AND updated<?)",
                limit.toEpochMilli()));
    if (gone > 0) {
      file.wipeLog();
    }
    return gone;
  }

  /** Conversations whose titles or messages have words that begin with all of {@code words}. */
  public List<Hit> search(String words) throws FaqException {
    List<String> terms =
        Arrays.stream(NO_WORD.split(words)).filter(term -> !term.isEmpty()).toList();
    if (terms.isEmpty()) {
      return List.of();
    }
    String query =
        terms.stream().map(term -> '"' + term + "\"*").collect(Collectors.joining(" AND "));
    return file.read(rows -> {
      Map<String, Hit> hits = new LinkedHashMap<>();
      rows.list(
              Conversations::hit,
              """
              SELECT c.id, c.title, c.pinned, c.created, c.updated, m.position,
                snippet(message_words, -1, '', '', '…', 8)
                FROM message_words JOIN message m ON m.id=message_words.rowid
                JOIN conversation c ON c.id=m.conversation
                WHERE message_words MATCH ? AND c.deleted=0
                ORDER BY m.time DESC LIMIT ?\
              """,
              query,
              MOST_HITS)
          .forEach(hit -> hits.putIfAbsent(hit.conversation().id(), hit));
      for (ConversationInfo info :
          rows.list(Conversations::info, INFO + " WHERE deleted=0" + ORDER)) {
        if (hasAll(info.title(), terms)) {
          hits.putIfAbsent(info.id(), new Hit(info, -1, ""));
        }
      }
      return new ArrayList<>(hits.values());
    });
  }

  /** What stood in the field for the question, empty if nothing did. */
  public String draft() throws FaqException {
    return file.read(rows -> {
      List<String> drafts = rows.list(row -> row.getString(1), "SELECT text FROM draft");
      return drafts.isEmpty() ? "" : drafts.getFirst();
    });
  }

  /** Keeps what stands in the field for the question. */
  public void draft(String text) throws FaqException {
    file.change(rows -> {
      rows.update("DELETE FROM draft");
      return text.isEmpty() ? 0 : rows.update("INSERT INTO draft VALUES(?)", text);
    });
  }

  /** The first line of {@code text}, at most 80 characters, cut between words where it can be. */
  static String title(String text) {
    String line = text.strip().lines().findFirst().orElse("").strip();
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_TITLE);
    int end = space > 0 ? space : LONGEST_TITLE;
    end -= Character.isHighSurrogate(line.charAt(end - 1)) ? 1 : 0;
    return line.substring(0, end) + " …";
  }

  private static boolean hasAll(String title, List<String> terms) {
    String lower = title.toLowerCase(java.util.Locale.ROOT);
    return terms.stream().allMatch(term -> lower.contains(term.toLowerCase(java.util.Locale.ROOT)));
  }

  private void change(String sql, @Nullable Object... values) throws FaqException {
    file.change(rows -> rows.update(sql, values));
  }

  private static ConversationInfo info(ResultSet row) throws SQLException {
    return new ConversationInfo(
        row.getString(1),
        row.getString(2),
        row.getBoolean(3),
        Instant.ofEpochMilli(row.getLong(4)),
        Instant.ofEpochMilli(row.getLong(5)));
  }

  private static Hit hit(ResultSet row) throws SQLException {
    return new Hit(info(row), row.getInt(6), row.getString(7));
  }

  private static StoredMessage message(ResultSet row) throws SQLException {
    return new StoredMessage(
        row.getInt("position"),
        Instant.ofEpochMilli(row.getLong("time")),
        row.getString("question"),
        row.getString("outcome"),
        row.getString("entry"),
        row.getString("source"),
        row.getString("matched"),
        row.getString("answer"),
        row.getDouble("confidence"),
        row.getString("mode"),
        row.getLong("micros"),
        Feedback.valueOf(row.getString("feedback")));
  }
}
