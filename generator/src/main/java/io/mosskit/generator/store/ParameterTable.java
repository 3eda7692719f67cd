package io.mosskit.generator.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The table of the parameters of the last start.
final class ParameterTable {

  private ParameterTable() {}

  static SortedMap<String, String> read(Statements statements) throws SQLException {
    SortedMap<String, String> kept = new TreeMap<>();
    statements.list(
        "SELECT name, value FROM parameter", row -> kept.put(row.getString(1), row.getString(2)));
    return kept;
  }

  /// Puts these in place of the former ones, and returns the former.
  static SortedMap<String, String> replace(Statements statements, Map<String, String> parameters)
      throws SQLException {
    SortedMap<String, String> former = read(statements);
    statements.update("DELETE FROM parameter");
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      statements.update(
          "INSERT INTO parameter (name, value) VALUES (?, ?)",
          parameter.getKey(),
          parameter.getValue());
    }
    return former;
  }
}
