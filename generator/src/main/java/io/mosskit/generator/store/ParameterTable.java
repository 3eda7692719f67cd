package io.mosskit.generator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// The table of the run's parameters.
final class ParameterTable {

  private ParameterTable() {}

  /// Keeps the parameters of a new run, or compares those of an old one.
  ///
  /// @return what differs, one sentence each; empty where nothing does
  static List<String> keepOrCompare(Connection connection, SequencedMap<String, String> parameters)
      throws SQLException {
    SortedMap<String, String> kept = read(connection);
    if (kept.isEmpty()) {
      write(connection, parameters);
      return List.of();
    }
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String before = kept.remove(parameter.getKey());
      if (before == null) {
        differences.add(parameter.getKey() + " was not given, is " + parameter.getValue());
      } else if (!before.equals(parameter.getValue())) {
        differences.add(parameter.getKey() + " was " + before + ", is " + parameter.getValue());
      }
    }
    kept.forEach((name, before) -> differences.add(name + " was " + before + ", is not given"));
    return differences;
  }

  private static SortedMap<String, String> read(Connection connection) throws SQLException {
    SortedMap<String, String> kept = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT name, value FROM parameter")) {
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        kept.put(rows.getString("name"), rows.getString("value"));
      }
    }
    return kept;
  }

  private static void write(Connection connection, Map<String, String> parameters)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO parameter (name, value) VALUES (?, ?)")) {
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        insert.setString(1, parameter.getKey());
        insert.setString(2, parameter.getValue());
        insert.executeUpdate();
      }
    }
  }
}
