package io.mosskit.generator.store;

import io.mosskit.schema.chat.ChatReply;
import java.sql.SQLException;
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

  static int create(Statements statements) throws SQLException {
    for (String table : TABLES) {
      statements.update(table);
    }
    return TABLES.size();
  }

  static int prepare(Statements statements, String teacher, OpenBatch batch) throws SQLException {
    statements.update(
        "INSERT INTO batch (id, teacher, prepared_at) VALUES (?, ?, ?)",
        batch.id(),
        teacher,
        batch.preparedAt().toString());
    for (BatchKey key : batch.requests()) {
      statements.update(
          """
          INSERT OR REPLACE INTO batch_request (teacher, request, sha, batch, state)
          VALUES (?, ?, ?, ?, 'waiting')\
          """,
          teacher,
          key.request(),
          key.sha256(),
          batch.id());
    }
    return batch.requests().size();
  }

  /// @param column `input_file` or `server_id`
  static int set(Statements statements, String id, String column, String value)
      throws SQLException {
    return statements.update("UPDATE batch SET " + column + " = ? WHERE id = ?", value, id);
  }

  static int keep(
      Statements statements, String id, Instant now, Map<BatchKey, BatchOutcome> outcomes)
      throws SQLException {
    for (Map.Entry<BatchKey, BatchOutcome> entry : outcomes.entrySet()) {
      keep(statements, id, now, entry.getKey(), entry.getValue());
    }
    return outcomes.size();
  }

  private static void keep(
      Statements statements, String id, Instant now, BatchKey key, BatchOutcome outcome)
      throws SQLException {
    String where = " WHERE batch = ? AND request = ? AND sha = ?";
    switch (outcome) {
      case BatchOutcome.Answered(ChatReply reply) ->
          statements.update(
              """
              UPDATE batch_request SET state = 'answered', answered_at = ?, answer = ?, finish = ?,
              model = ?, prompt_tokens = ?, completion_tokens = ?\
              """
                  + where,
              now.toString(),
              reply.content(),
              reply.finish().name(),
              reply.model(),
              reply.promptTokens(),
              reply.completionTokens(),
              id,
              key.request(),
              key.sha256());
      case BatchOutcome.Refused(String error) ->
          statements.update(
              "UPDATE batch_request SET state = 'refused', answered_at = ?, error = ?" + where,
              now.toString(),
              error,
              id,
              key.request(),
              key.sha256());
      case BatchOutcome.Failed() ->
          statements.update(
              "UPDATE batch_request SET state = 'failed', answered_at = ?" + where,
              now.toString(),
              id,
              key.request(),
              key.sha256());
    }
  }

  static int end(Statements statements, String id, String status) throws SQLException {
    statements.update(
        "UPDATE batch_request SET state = 'failed' WHERE batch = ? AND state = 'waiting'", id);
    return set(statements, id, "status", status);
  }

  static List<OpenBatch> open(Statements statements, String teacher) throws SQLException {
    List<OpenBatch> open =
        statements.list(
            """
            SELECT id, coalesce(server_id, '') AS server_id, prepared_at FROM batch
            WHERE teacher = ? AND status IS NULL ORDER BY prepared_at, id\
            """,
            row ->
                new OpenBatch(
                    row.getString("id"),
                    row.getString("server_id"),
                    Instant.parse(row.getString("prepared_at")),
                    List.of()),
            teacher);
    List<OpenBatch> whole = new ArrayList<>();
    for (OpenBatch batch : open) {
      whole.add(
          new OpenBatch(
              batch.id(), batch.serverId(), batch.preparedAt(), waiting(statements, batch.id())));
    }
    return whole;
  }

  static boolean holds(Statements statements, String teacher) throws SQLException {
    return statements
        .first("SELECT 1 FROM batch WHERE teacher = ? LIMIT 1", _ -> true, teacher)
        .isPresent();
  }

  private static List<BatchKey> waiting(Statements statements, String id) throws SQLException {
    return statements.list(
        """
        SELECT request, sha FROM batch_request WHERE batch = ? AND state = 'waiting'
        ORDER BY request, sha\
        """,
        row -> new BatchKey(row.getString("request"), row.getString("sha")),
        id);
  }

  static Optional<BatchOutcome> outcome(Statements statements, String teacher, BatchKey key)
      throws SQLException {
    return statements.first(
        """
        SELECT state, answer, finish, model, prompt_tokens, completion_tokens, error
        FROM batch_request WHERE teacher = ? AND request = ? AND sha = ?
        AND state IN ('answered', 'refused')\
        """,
        row ->
            row.getString("state").equals("answered")
                ? new BatchOutcome.Answered(RequestTable.reply(row))
                : new BatchOutcome.Refused(row.getString("error")),
        teacher,
        key.request(),
        key.sha256());
  }
}
