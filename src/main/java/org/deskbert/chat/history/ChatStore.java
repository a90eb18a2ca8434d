package org.deskbert.chat.history;

import java.nio.file.Path;
import org.deskbert.faq.FaqException;
import org.deskbert.faq.Seal;
import org.jspecify.annotations.Nullable;

/**
 * Conversations and the log of questions on disk, in one SQLite file of their own, so that they can
 * be erased whole. Any thread may call; one at a time is served.
 */
public final class ChatStore implements AutoCloseable {
  private final ChatFile file;
  private final Conversations conversations;
  private final QuestionLog questions;

  private ChatStore(ChatFile file) {
    this.file = file;
    this.conversations = new Conversations(file);
    this.questions = new QuestionLog(file);
  }

  /**
   * Opens the file or makes an empty one.
   *
   * @throws DamagedChatsException if it is damaged or no database
   * @throws FaqException if it is another program's, a newer version's or can't be written; it
   *     stays as it is
   */
  public static ChatStore open(Path path) throws FaqException {
    return open(path, null);
  }

  /** The same of a file that is encrypted, where {@code seal} is not null. */
  public static ChatStore open(Path path, @Nullable Seal seal) throws FaqException {
    return new ChatStore(ChatFile.open(path.toAbsolutePath(), seal));
  }

  /** A store that is gone when it is closed. */
  public static ChatStore inMemory() {
    try {
      return new ChatStore(ChatFile.open(null, null));
    } catch (FaqException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The asker's conversations. */
  public Conversations conversations() {
    return conversations;
  }

  /** What was asked, for the owner. */
  public QuestionLog questions() {
    return questions;
  }

  /**
   * How much is kept.
   *
   * @param conversations conversations, those deleted but not purged among them
   * @param messages their messages
   * @param questions questions in the log
   */
  public record Count(int conversations, int messages, int questions) {}

  /** How much is kept. */
  public Count count() throws FaqException {
    return file.read(rows ->
        rows.list(
                row -> new Count(row.getInt(1), row.getInt(2), row.getInt(3)),
                """
                SELECT (SELECT count(*) FROM conversation), (SELECT count(*) FROM message),
                  (SELECT count(*) FROM question)\
                """)
            .getFirst());
  }

  /**
   * Erases everything: the file and those beside it are written over with zeros and deleted, and an
   * empty one takes their place.
   *
   * @return bytes that were written over
   */
  public long erase() throws FaqException {
    return file.erase();
  }

  @Override
  public void close() throws FaqException {
    file.close();
  }
}
