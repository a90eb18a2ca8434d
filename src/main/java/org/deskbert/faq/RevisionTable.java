package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of the history, inside the caller's transaction. */
final class RevisionTable {
  /** Whether a revision stands on the stack of what can be undone. */
  enum Stack {
    /** It can be undone. */
    DONE,
    /** It was undone and can be done again. */
    UNDONE,
    /** Neither: it is an undoing itself, or others took its place. */
    OFF,
    /** A whole day of long ago. */
    OLD
  }

  /** A revision with what it changed. */
  record Step(Revision revision, long faq, Patch patch) {}

  private static final String COLUMNS =
      "id, name, at, who, kind, subject, added, changed, removed, joined";

  private static final String OLDEST =
      "at<? AND id<ifnull((SELECT min(id) FROM revision AS r WHERE r.faq=revision.faq AND r.at>=?),"
          + " 9223372036854775807)";

  private final Connection connection;

  RevisionTable(Connection connection) {
    this.connection = connection;
  }

  /** Adds a revision and returns it with its number. */
  Revision add(long faq, Revision revision, Stack stack, Patch patch) throws SQLException {
    String sql =
        """
        INSERT INTO revision(name, at, who, kind, subject, added, changed, removed, joined, faq,
          stack, patch) VALUES(?,?,?,?,?,?,?,?,?,?,?,?) RETURNING id\
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      bind(insert, revision);
      insert.setLong(10, faq);
      insert.setString(11, stack.name());
      insert.setBytes(12, patch.bytes());
      try (ResultSet row = insert.executeQuery()) {
        return with(row.getLong(1), revision);
      }
    }
  }

  /** Puts another revision and patch in the place of those with its number. */
  void overwrite(Revision revision, Stack stack, Patch patch) throws SQLException {
    String sql =
        """
        UPDATE revision SET name=?, at=?, who=?, kind=?, subject=?, added=?, changed=?, removed=?,
          joined=?, stack=?, patch=? WHERE id=?\
        """;
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, revision);
      update.setString(10, stack.name());
      update.setBytes(11, patch.bytes());
      update.setLong(12, revision.id());
      update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Revision revision) throws SQLException {
    statement.setString(1, revision.faq());
    statement.setLong(2, revision.at().toEpochMilli());
    statement.setString(3, revision.who());
    statement.setString(4, revision.kind().name());
    statement.setString(5, revision.subject());
    statement.setInt(6, revision.added());
    statement.setInt(7, revision.changed());
    statement.setInt(8, revision.removed());
    statement.setInt(9, revision.joined());
  }

  private static Revision with(long id, Revision r) {
    return new Revision(
        id,
        r.faq(),
        r.at(),
        r.who(),
        r.kind(),
        r.subject(),
        r.added(),
        r.changed(),
        r.removed(),
        r.joined());
  }

  private static Revision read(ResultSet row) throws SQLException {
    return new Revision(
        row.getLong("id"),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("who"),
        Revision.Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getInt("added"),
        row.getInt("changed"),
        row.getInt("removed"),
        row.getInt("joined"));
  }

  private List<Revision> select(String condition, Object... values) throws SQLException {
    List<Revision> revisions = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM revision WHERE " + condition)) {
      bindAll(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          revisions.add(read(row));
        }
      }
    }
    return revisions;
  }

  private static void bindAll(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private List<Step> steps(String condition, Object... values) throws SQLException, FaqException {
    List<Step> steps = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT " + COLUMNS + ", faq, patch FROM revision WHERE " + condition)) {
      bindAll(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          steps.add(new Step(read(row), row.getLong("faq"), Patch.of(row.getBytes("patch"))));
        }
      }
    }
    return steps;
  }

  /** The revisions of a FAQ, newest first. */
  List<Revision> of(long faq) throws SQLException {
    return select("faq=? ORDER BY id DESC", faq);
  }

  /** Those after a moment, newest first. */
  List<Step> after(long faq, long id) throws SQLException, FaqException {
    return steps("faq=? AND id>? ORDER BY id DESC", faq, id);
  }

  Optional<Step> get(long id) throws SQLException, FaqException {
    return steps("id=?", id).stream().findFirst();
  }

  /** The newest revision, if it is one that can be undone. */
  Optional<Step> last(long faq) throws SQLException, FaqException {
    return steps("id=(SELECT max(id) FROM revision WHERE faq=?) AND stack='DONE'", faq).stream()
        .findFirst();
  }

  /** What would be undone next. */
  Optional<Revision> undoable(long faq) throws SQLException {
    return select("faq=? AND stack='DONE' ORDER BY id DESC LIMIT 1", faq).stream().findFirst();
  }

  /** What would be done again next. */
  Optional<Revision> redoable(long faq) throws SQLException {
    return select("faq=? AND stack='UNDONE' ORDER BY id LIMIT 1", faq).stream().findFirst();
  }

  void setStack(long id, Stack stack) throws SQLException {
    update("UPDATE revision SET stack=? WHERE id=?", stack.name(), id);
  }

  /** A new change: what was undone before it is not done again. */
  void forgetUndone(long faq) throws SQLException {
    update("UPDATE revision SET stack='OFF' WHERE faq=? AND stack='UNDONE'", faq);
  }

  /** Removed FAQs whose last name was this, the last removed first. */
  List<Long> removed(String name) throws SQLException {
    List<Long> keys = new ArrayList<>();
    String sql =
        """
        SELECT faq FROM revision AS r WHERE name=? COLLATE NOCASE
          AND id=(SELECT max(id) FROM revision WHERE faq=r.faq)
          AND NOT EXISTS (SELECT 1 FROM faq WHERE faq.id=r.faq) ORDER BY id DESC\
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          keys.add(row.getLong(1));
        }
      }
    }
    return keys;
  }

  /** A number that no FAQ has or had. */
  long freshKey() throws SQLException {
    String sql =
        "SELECT 1 + max(ifnull((SELECT max(id) FROM faq), 0),"
            + " ifnull((SELECT max(faq) FROM revision), 0))";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.getLong(1);
    }
  }

  /**
   * Steps before a moment that do not stand for a whole day yet, by FAQ, oldest first. Only those
   * that no later one precedes, should the clock have been wrong.
   */
  List<Step> toJoin(Instant before) throws SQLException, FaqException {
    long at = before.toEpochMilli();
    return steps(OLDEST + " AND stack<>'OLD' ORDER BY faq, id", at, at);
  }

  /** Forgets all before a moment. */
  void forget(Instant before) throws SQLException {
    long at = before.toEpochMilli();
    update("DELETE FROM revision WHERE " + OLDEST, at, at);
  }

  void delete(long id) throws SQLException {
    update("DELETE FROM revision WHERE id=?", id);
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bindAll(statement, values);
      statement.executeUpdate();
    }
  }
}
