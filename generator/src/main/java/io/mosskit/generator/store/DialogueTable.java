package io.mosskit.generator.store;

import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The table of dialogues that have ended.
final class DialogueTable {

  private DialogueTable() {}

  static int put(Connection connection, DialogueRow dialogue) throws SQLException {
    String sql =
        "INSERT OR REPLACE INTO dialogue (position, id, family, outcome, reason, record)"
            + " VALUES (?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setLong(1, dialogue.position());
      insert.setString(2, dialogue.id());
      insert.setString(3, dialogue.family());
      insert.setString(4, dialogue.outcome().name());
      insert.setString(5, dialogue.reason());
      insert.setString(6, dialogue.record().text());
      return insert.executeUpdate();
    }
  }

  /// The positions of the dialogues that need no further work.
  static BitSet settled(Connection connection) throws SQLException {
    String sql = "SELECT position FROM dialogue WHERE outcome <> 'PENDING'";
    BitSet positions = new BitSet();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        positions.set(rows.getInt(1));
      }
    }
    return positions;
  }

  /// The next dialogues from a position on, in their order.
  static List<DialogueRow> page(Connection connection, int from, int size) throws SQLException {
    String sql =
        "SELECT position, id, family, outcome, reason, record FROM dialogue"
            + " WHERE position >= ? ORDER BY position LIMIT ?";
    List<DialogueRow> page = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, from);
      select.setInt(2, size);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        page.add(row(rows));
      }
    }
    return page;
  }

  private static DialogueRow row(ResultSet row) throws SQLException {
    try {
      return new DialogueRow(
          row.getInt("position"),
          row.getString("id"),
          row.getString("family"),
          Outcome.valueOf(row.getString("outcome")),
          row.getString("reason"),
          Json.parse(row.getString("record")));
    } catch (JsonException e) {
      throw new SQLException("dialogue %s is no JSON".formatted(row.getString("id")), e);
    }
  }
}
