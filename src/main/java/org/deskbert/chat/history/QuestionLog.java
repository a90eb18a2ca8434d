package org.deskbert.chat.history;

import com.google.gson.Gson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.deskbert.chat.Conversation;
import org.deskbert.chat.Redaction;
import org.deskbert.chat.history.LoggedQuestion.Need;
import org.deskbert.chat.history.LoggedQuestion.State;
import org.deskbert.faq.FaqException;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, for the FAQ's owner: the inbox, the weekly report and the questions that people
 * ask most. A question is redacted before it is written. Each method is one transaction, on the
 * disk when it returns; every one throws {@link FaqException} with a sentence for the user if the
 * file can't be used.
 */
public final class QuestionLog {
  private static final Gson GSON = new Gson();

  private final ChatFile file;

  QuestionLog(ChatFile file) {
    this.file = file;
  }

  /** Keeps a question, redacted. */
  public void add(LoggedQuestion question) throws FaqException {
    Conversation.Key entry = question.entry();
    Conversation.Key chosen = question.chosen();
    change(
        "INSERT INTO question VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        question.id(),
        question.message(),
        question.time().toEpochMilli(),
        Redaction.of(question.question()),
        GSON.toJson(question.faqs()),
        question.outcome(),
        entry == null ? null : entry.source(),
        entry == null ? null : entry.id(),
        GSON.toJson(question.suggested()),
        chosen == null ? null : chosen.source(),
        chosen == null ? null : chosen.id(),
        question.confidence(),
        question.mode(),
        question.micros(),
        question.feedback().name(),
        question.rephrased(),
        question.state().name());
  }

  /** Notes what the asker thinks of the answers to a message. */
  public void feedback(String message, Feedback feedback) throws FaqException {
    change("UPDATE question SET feedback=? WHERE message=?", feedback.name(), message);
  }

  /** Notes that the asker put the questions of a message again in other words. */
  public void rephrased(String message) throws FaqException {
    change("UPDATE question SET rephrased=1 WHERE message=?", message);
  }

  /** Notes which of a message's suggestions the asker took. */
  public void chosen(String message, Conversation.Key entry) throws FaqException {
    change(
        "UPDATE question SET chosen_source=?, chosen_entry=? WHERE message=? AND entry IS NULL",
        entry.source(),
        entry.id(),
        message);
  }

  /** Notes what the owner did about these questions, all or none. */
  public void settle(Collection<String> ids, State state) throws FaqException {
    file.change(rows -> {
      int changed = 0;
      for (String id : ids) {
        changed += rows.update("UPDATE question SET state=? WHERE id=?", state.name(), id);
      }
      return changed;
    });
  }

  /** Everything asked from {@code from} on and before {@code to}, oldest first. */
  public List<LoggedQuestion> between(Instant from, Instant to) throws FaqException {
    return file.read(rows ->
        rows.list(
            QuestionLog::question,
            "SELECT * FROM question WHERE time>=? AND time<? ORDER BY time, rowid",
            from.toEpochMilli(),
            to.toEpochMilli()));
  }

  /** The questions of a message, as they were kept. */
  public List<LoggedQuestion> of(String message) throws FaqException {
    return file.read(rows ->
        rows.list(
            QuestionLog::question,
            "SELECT * FROM question WHERE message=? ORDER BY rowid",
            message));
  }

  /** What waits for the owner, newest first. */
  public List<LoggedQuestion> inbox() throws FaqException {
    List<LoggedQuestion> open =
        file.read(rows ->
            rows.list(
                QuestionLog::question,
                "SELECT * FROM question WHERE state='OPEN' ORDER BY time DESC, rowid DESC"));
    return open.stream().filter(question -> question.need() != Need.NONE).toList();
  }

  /** The entries that answered most questions, most frequent first. */
  public List<Conversation.Key> mostAsked(int most) throws FaqException {
    return file.read(rows ->
        rows.list(
            row -> new Conversation.Key(row.getString(1), row.getString(2)),
            """
            SELECT source, entry FROM question WHERE entry IS NOT NULL
              GROUP BY source, entry ORDER BY count(*) DESC, max(time) DESC LIMIT ?\
            """,
            most));
  }

  /** Removes for good what was asked before {@code limit}; how many that were. */
  public int purge(Instant limit) throws FaqException {
    int gone =
        file.change(rows -> rows.update("DELETE FROM question WHERE time<?", limit.toEpochMilli()));
    if (gone > 0) {
      file.wipeLog();
    }
    return gone;
  }

  private void change(String sql, @Nullable Object... values) throws FaqException {
    file.change(rows -> rows.update(sql, values));
  }

  private static LoggedQuestion question(ResultSet row) throws SQLException {
    return new LoggedQuestion(
        row.getString("id"),
        row.getString("message"),
        Instant.ofEpochMilli(row.getLong("time")),
        row.getString("text"),
        List.of(GSON.fromJson(row.getString("faqs"), String[].class)),
        row.getString("outcome"),
        key(row.getString("source"), row.getString("entry")),
        List.of(GSON.fromJson(row.getString("suggested"), Conversation.Key[].class)),
        key(row.getString("chosen_source"), row.getString("chosen_entry")),
        row.getDouble("confidence"),
        row.getString("mode"),
        row.getLong("micros"),
        Feedback.valueOf(row.getString("feedback")),
        row.getBoolean("rephrased"),
        State.valueOf(row.getString("state")));
  }

  private static Conversation.@Nullable Key key(@Nullable String source, @Nullable String entry) {
    return source == null || entry == null ? null : new Conversation.Key(source, entry);
  }
}
