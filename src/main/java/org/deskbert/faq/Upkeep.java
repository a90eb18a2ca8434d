package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an owner keeps beside a FAQ to look after it: findings that are ignored for good, and test
 * questions. It is no part of the FAQ and of its history, but comes back with a FAQ that was
 * removed. Each public method is one transaction.
 */
public final class Upkeep {
  /** In the library's file from version 7 on. No foreign key: a removed FAQ keeps them. */
  static final String[] SCHEMA = {
    """
    CREATE TABLE ignored(
      faq INTEGER NOT NULL,
      finding TEXT NOT NULL,
      PRIMARY KEY(faq, finding)) WITHOUT ROWID\
    """,
    """
    CREATE TABLE test(
      faq INTEGER NOT NULL,
      question TEXT NOT NULL,
      expected TEXT NOT NULL,
      outcome TEXT NOT NULL,
      given TEXT NOT NULL,
      origin TEXT NOT NULL,
      PRIMARY KEY(faq, question)) WITHOUT ROWID\
    """
  };

  private final Transactions transactions;
  private final LibraryTables tables;
  private final Connection connection;

  Upkeep(Transactions transactions, LibraryTables tables, Connection connection) {
    this.transactions = transactions;
    this.tables = tables;
    this.connection = connection;
  }

  /** Keys of the findings that are ignored for good, see {@link Finding#key}. */
  public Set<String> ignored(String name) throws FaqException {
    return transactions.read(() -> {
      Set<String> keys = new HashSet<>();
      try (PreparedStatement select =
          connection.prepareStatement("SELECT finding FROM ignored WHERE faq=?")) {
        select.setLong(1, tables.key(name));
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            keys.add(row.getString(1));
          }
        }
      }
      return keys;
    });
  }

  /** Ignores a finding for good, or no longer. */
  public void ignore(String name, Finding finding, boolean ignored) throws FaqException {
    String sql =
        ignored
            ? "INSERT OR IGNORE INTO ignored(faq, finding) VALUES(?, ?)"
            : "DELETE FROM ignored WHERE faq=? AND finding=?";
    transactions.change(() -> {
      tables.update(sql, tables.key(name), finding.key());
      return true;
    });
  }

  /** The test questions of a FAQ, by question. */
  public List<TestQuestion> tests(String name) throws FaqException {
    return transactions.read(() -> tests(tables.key(name)));
  }

  /** The same inside the caller's transaction. */
  List<TestQuestion> tests(long key) throws SQLException {
    List<TestQuestion> tests = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT question, expected, outcome, given, origin FROM test WHERE faq=?"
                + " ORDER BY question")) {
      select.setLong(1, key);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          tests.add(test(row));
        }
      }
    }
    return tests;
  }

  private static TestQuestion test(ResultSet row) throws SQLException {
    return new TestQuestion(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        TestQuestion.Origin.valueOf(row.getString(5)));
  }

  /** Adds test questions; one that is there is overwritten. */
  public void putTests(String name, Collection<TestQuestion> tests) throws FaqException {
    transactions.change(() -> {
      long key = tables.key(name);
      for (TestQuestion test : tests) {
        insert("INSERT OR REPLACE", key, test);
      }
      return true;
    });
  }

  /** Adds those that are not there, inside the caller's transaction. */
  void addTests(long key, Collection<TestQuestion> tests) throws SQLException {
    for (TestQuestion test : tests) {
      insert("INSERT OR IGNORE", key, test);
    }
  }

  private void insert(String how, long key, TestQuestion test) throws SQLException {
    tables.update(
        how
            + " INTO test(faq, question, expected, outcome, given, origin)"
            + " VALUES(?, ?, ?, ?, ?, ?)",
        key,
        test.question(),
        test.expected(),
        test.outcome(),
        test.given(),
        test.origin().name());
  }

  /**
   * Forgets what belonged to FAQs that are gone for good: of one that was removed all is kept as
   * long as its history is, so that it comes back with it.
   */
  static void forgetGone(LibraryTables tables) throws SQLException {
    for (String table : List.of("test", "ignored")) {
      tables.update(
          "DELETE FROM "
              + table
              + " WHERE NOT EXISTS (SELECT 1 FROM faq WHERE id="
              + table
              + ".faq) AND NOT EXISTS (SELECT 1 FROM revision WHERE faq="
              + table
              + ".faq)");
    }
  }

  /** Removes a test question if it is there. */
  public void removeTest(String name, String question) throws FaqException {
    transactions.change(() -> {
      tables.update("DELETE FROM test WHERE faq=? AND question=?", tables.key(name), question);
      return true;
    });
  }
}
