package io.mosskit.generator.store;

import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/// The table of dialogues that have ended, and that of the openings which say which of them belong
/// to the run as it is asked for now.
final class DialogueTable {

  private DialogueTable() {}

  /// Puts these openings in place of those of an earlier start.
  static int open(Statements statements, List<DialogueKey> openings) throws SQLException {
    statements.update("DELETE FROM opening");
    for (int position = 0; position < openings.size(); position++) {
      statements.update(
          "INSERT INTO opening (position, id, fingerprint) VALUES (?, ?, ?)",
          position,
          openings.get(position).id(),
          openings.get(position).fingerprint());
    }
    return openings.size();
  }

  static int put(Statements statements, DialogueKey key, DialogueRow dialogue) throws SQLException {
    return statements.update(
        """
        INSERT OR REPLACE INTO dialogue (id, fingerprint, settings, family, outcome, reason, record)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        key.id(),
        key.fingerprint(),
        key.settings(),
        dialogue.family(),
        dialogue.outcome().name(),
        dialogue.reason(),
        dialogue.record().text());
  }

  /// The positions of the dialogues that need no further work.
  static BitSet settled(Statements statements) throws SQLException {
    BitSet positions = new BitSet();
    statements
        .list(
            """
            SELECT position FROM opening JOIN dialogue USING (id, fingerprint)
            WHERE outcome <> 'PENDING'\
            """,
            row -> row.getInt("position"))
        .forEach(positions::set);
    return positions;
  }

  /// The dialogues that have ended of these openings, in their order.
  static List<DialogueRow> page(Statements statements, int from, int to) throws SQLException {
    return statements.list(
        """
        SELECT id, family, outcome, reason, record FROM opening JOIN dialogue USING (id, fingerprint)
        WHERE position >= ? AND position < ? ORDER BY position\
        """,
        DialogueTable::row,
        from,
        to);
  }

  /// How many dialogues of a family belong to the last start and have no counterpart that was held
  /// with these settings.
  static long withoutSettings(Statements statements, String family, String settings)
      throws SQLException {
    return statements.only(
        """
        SELECT count(*) FROM opening JOIN dialogue AS held USING (id, fingerprint)
        WHERE family = ? AND NOT EXISTS
          (SELECT 1 FROM dialogue WHERE dialogue.id = held.id AND dialogue.settings = ?)\
        """,
        row -> row.getLong(1),
        family,
        settings);
  }

  private static DialogueRow row(ResultSet row) throws SQLException {
    try {
      return new DialogueRow(
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
