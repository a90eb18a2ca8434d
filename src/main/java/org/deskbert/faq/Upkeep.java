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
 * questions. It is no part of the FAQ and of its history. Each method is one transaction.
 */
public final class Upkeep {
  /** In the library's file from version 6 on. */
  static final String[] SCHEMA = {
    """
    CREATE TABLE ignored(
      faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
      finding TEXT NOT NULL,
      PRIMARY KEY(faq, finding)) WITHOUT ROWID\
    """,
    """
    CREATE TABLE test(
      faq INTEGER NOT NULL REFERENCES faq(id) ON DELETE CASCADE,
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
    return transactions.read(() -> {
      List<TestQuestion> tests = new ArrayList<>();
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT question, expected, outcome, given, origin FROM test WHERE faq=?"
                  + " ORDER BY question")) {
        select.setLong(1, tables.key(name));
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            tests.add(test(row));
          }
        }
      }
      return tests;
    });
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
        tables.update(
            "INSERT OR REPLACE INTO test(faq, question, expected, outcome, given, origin)"
                + " VALUES(?, ?, ?, ?, ?, ?)",
            key,
            test.question(),
            test.expected(),
            test.outcome(),
            test.given(),
            test.origin().name());
      }
      return true;
    });
  }

  /** Removes a test question if it is there. */
  public void removeTest(String name, String question) throws FaqException {
    transactions.change(() -> {
      tables.update("DELETE FROM test WHERE faq=? AND question=?", tables.key(name), question);
      return true;
    });
  }
}
