package io.mosskit.generator.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements of one connection, each prepared once. Not thread-safe.
final class Statements implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /// @param connection belongs to these statements from now on
  Statements(Connection connection) {
    this.connection = connection;
  }

  /// What a row says.
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /// Changes rows and returns how many.
  int update(String sql, @Nullable Object... values) throws SQLException {
    return with(sql, values).executeUpdate();
  }

  /// What is done with a row.
  @FunctionalInterface
  interface Action {
    void on(ResultSet row) throws SQLException, IOException;
  }

  /// Goes through the rows of an answer without keeping them, and returns how many they were.
  long each(String sql, Action action, @Nullable Object... values)
      throws SQLException, IOException {
    long count = 0;
    try (ResultSet rows = with(sql, values).executeQuery()) {
      while (rows.next()) {
        action.on(rows);
        count++;
      }
    }
    return count;
  }

  /// All rows of an answer.
  <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
    List<T> list = new ArrayList<>();
    // Closed at once, because a reader that stays open keeps the log from being written back.
    try (ResultSet rows = with(sql, values).executeQuery()) {
      while (rows.next()) {
        list.add(reading.of(rows));
      }
    }
    return list;
  }

  /// The first row of an answer.
  <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = with(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
    }
  }

  /// The one row that an answer always has.
  <T> T only(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
    return first(sql, reading, values).orElseThrow(() -> new SQLException("no row: " + sql));
  }

  private PreparedStatement with(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  void commit() throws SQLException {
    connection.commit();
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
