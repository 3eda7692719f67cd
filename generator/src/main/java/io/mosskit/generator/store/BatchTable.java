package io.mosskit.generator.store;

import io.mosskit.schema.chat.ChatReply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of batches and of the requests in them.
final class BatchTable {

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS batch (
            id TEXT PRIMARY KEY,
            teacher TEXT NOT NULL,
            prepared_at TEXT NOT NULL,
            input_file TEXT,
            server_id TEXT,
            status TEXT
          ) STRICT\
          """,
          """
          CREATE TABLE IF NOT EXISTS batch_request (
            teacher TEXT NOT NULL,
            request TEXT NOT NULL,
            sha TEXT NOT NULL,
            batch TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('waiting', 'answered', 'refused', 'failed')),
            answered_at TEXT,
            answer TEXT,
            finish TEXT,
            model TEXT,
            prompt_tokens INTEGER,
            completion_tokens INTEGER,
            error TEXT,
            PRIMARY KEY (teacher, request, sha)
          ) STRICT, WITHOUT ROWID\
          """,
          "CREATE INDEX IF NOT EXISTS batch_request_batch ON batch_request (batch, request, sha)");

  private BatchTable() {}

  static boolean create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
      return true;
    }
  }

  static int prepare(Connection connection, String teacher, OpenBatch batch) throws SQLException {
    String sql = "INSERT INTO batch (id, teacher, prepared_at) VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, batch.id());
      insert.setString(2, teacher);
      insert.setString(3, batch.preparedAt().toString());
      insert.executeUpdate();
    }
    String each =
        "INSERT OR REPLACE INTO batch_request (teacher, request, sha, batch, state)"
            + " VALUES (?, ?, ?, ?, 'waiting')";
    try (PreparedStatement insert = connection.prepareStatement(each)) {
      for (BatchKey key : batch.requests()) {
        insert.setString(1, teacher);
        insert.setString(2, key.request());
        insert.setString(3, key.sha256());
        insert.setString(4, batch.id());
        insert.addBatch();
      }
      return insert.executeBatch().length;
    }
  }

  /// @param column `input_file` or `server_id`
  static int set(Connection connection, String id, String column, String value)
      throws SQLException {
    String sql = "UPDATE batch SET " + column + " = ? WHERE id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, value);
      update.setString(2, id);
      return update.executeUpdate();
    }
  }

  static int keep(
      Connection connection, String id, Instant now, Map<BatchKey, BatchOutcome> outcomes)
      throws SQLException {
    String sql =
        "UPDATE batch_request SET state = ?, answered_at = ?, answer = ?, finish = ?, model = ?,"
            + " prompt_tokens = ?, completion_tokens = ?, error = ?"
            + " WHERE batch = ? AND request = ? AND sha = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (Map.Entry<BatchKey, BatchOutcome> entry : outcomes.entrySet()) {
        set(update, entry.getValue());
        update.setString(2, now.toString());
        update.setString(9, id);
        update.setString(10, entry.getKey().request());
        update.setString(11, entry.getKey().sha256());
        update.addBatch();
      }
      return update.executeBatch().length;
    }
  }

  private static void set(PreparedStatement update, BatchOutcome outcome) throws SQLException {
    update.clearParameters();
    switch (outcome) {
      case BatchOutcome.Answered(ChatReply reply) -> {
        update.setString(1, "answered");
        update.setString(3, reply.content());
        update.setString(4, reply.finish().name());
        update.setString(5, reply.model());
        update.setLong(6, reply.promptTokens());
        update.setLong(7, reply.completionTokens());
      }
      case BatchOutcome.Refused(String error) -> {
        update.setString(1, "refused");
        update.setString(8, error);
      }
      case BatchOutcome.Failed() -> update.setString(1, "failed");
    }
  }

  static int end(Connection connection, String id, String status) throws SQLException {
    String sql = "UPDATE batch_request SET state = 'failed' WHERE batch = ? AND state = 'waiting'";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, id);
      update.executeUpdate();
    }
    return set(connection, id, "status", status);
  }

  static List<OpenBatch> open(Connection connection, String teacher) throws SQLException {
    String sql =
        "SELECT id, server_id, prepared_at FROM batch WHERE teacher = ? AND status IS NULL"
            + " ORDER BY prepared_at, id";
    List<OpenBatch> open = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, teacher);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        String id = rows.getString("id");
        String serverId = rows.getString("server_id");
        open.add(
            new OpenBatch(
                id,
                serverId == null ? "" : serverId,
                Instant.parse(rows.getString("prepared_at")),
                waiting(connection, id)));
      }
    }
    return open;
  }

  static boolean holds(Connection connection, String teacher) throws SQLException {
    String sql = "SELECT 1 FROM batch WHERE teacher = ? LIMIT 1";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, teacher);
      return select.executeQuery().next();
    }
  }

  private static List<BatchKey> waiting(Connection connection, String id) throws SQLException {
    String sql =
        "SELECT request, sha FROM batch_request WHERE batch = ? AND state = 'waiting'"
            + " ORDER BY request, sha";
    List<BatchKey> keys = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, id);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        keys.add(new BatchKey(rows.getString("request"), rows.getString("sha")));
      }
    }
    return keys;
  }

  static Optional<BatchOutcome> outcome(Connection connection, String teacher, BatchKey key)
      throws SQLException {
    String sql =
        "SELECT state, answer, finish, model, prompt_tokens, completion_tokens, error"
            + " FROM batch_request WHERE teacher = ? AND request = ? AND sha = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, teacher);
      select.setString(2, key.request());
      select.setString(3, key.sha256());
      ResultSet row = select.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      return switch (row.getString("state")) {
        case "answered" -> Optional.of(new BatchOutcome.Answered(reply(row)));
        case "refused" -> Optional.of(new BatchOutcome.Refused(row.getString("error")));
        default -> Optional.empty();
      };
    }
  }

  private static ChatReply reply(ResultSet row) throws SQLException {
    return new ChatReply(
        row.getString("answer"),
        ChatReply.Finish.valueOf(row.getString("finish")),
        row.getLong("prompt_tokens"),
        row.getLong("completion_tokens"),
        row.getString("model"));
  }
}
