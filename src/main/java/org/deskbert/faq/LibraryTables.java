package org.deskbert.faq;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Small queries and checks on the library's tables, inside the caller's transaction. */
final class LibraryTables {
  private final Connection connection;

  LibraryTables(Connection connection) {
    this.connection = connection;
  }

  List<FaqInfo> infos() throws SQLException {
    String sql =
        """
        SELECT name, active, (SELECT count(*) FROM entry WHERE faq=faq.id),
          (SELECT count(*) FROM phrasing WHERE faq=faq.id) FROM faq ORDER BY name\
        """;
    List<FaqInfo> infos = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        infos.add(new FaqInfo(row.getString(1), row.getBoolean(2), row.getInt(3), row.getInt(4)));
      }
    }
    return List.copyOf(infos);
  }

  /** The number of a FAQ, or null. */
  @Nullable Long find(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM faq WHERE name=?")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : null;
      }
    }
  }

  long key(String name) throws SQLException, FaqException {
    Long key = find(name);
    if (key != null) {
      return key;
    }
    String known = infos().stream().map(FaqInfo::name).collect(Collectors.joining(", "));
    throw new FaqException(
        "There is no FAQ \""
            + Text.shorten(name, 60)
            + "\". "
            + (known.isEmpty()
                ? "The library is empty; import one."
                : "Known are: " + known + "."));
  }

  void checkFree(String name) throws SQLException, FaqException {
    if (!Library.isValidName(name)) {
      throw new FaqException(
          "\""
              + Text.shorten(name, 60)
              + "\" can't name a FAQ. Use letters, digits, -, _ and spaces, at most 60.");
    }
    for (FaqInfo info : infos()) {
      if (info.name().equalsIgnoreCase(name)) {
        throw new FaqException(
            "There already is a FAQ \"" + info.name() + "\". Choose another name or remove it.");
      }
    }
  }

  void checkParents(long key) throws SQLException, FaqException {
    String sql =
        """
        SELECT id, parent FROM entry AS child WHERE faq=? AND parent IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM entry WHERE faq=child.faq AND id=child.parent) LIMIT 1\
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          throw new FaqException(
              "Entry \""
                  + row.getString(1)
                  + "\" names a parent \""
                  + row.getString(2)
                  + "\" that is not in the FAQ; nothing was changed. Correct or clear the parent.");
        }
      }
    }
  }

  void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
