package io.mosskit.generator.store;

import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The table of requests.
final class RequestTable {

  private RequestTable() {}

  /// What keeps a request from being sent: an answer, a refusal, another request under its id.
  /// Empty where nothing does.
  static Optional<JournalEntry> settled(Connection connection, JournalKey key) throws SQLException {
    String sql =
        "SELECT body_sha, state, answer, finish, prompt_tokens, completion_tokens, model, error"
            + " FROM request WHERE id = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, key.id());
      ResultSet row = select.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      if (!row.getString("body_sha").equals(key.bodySha256())) {
        return Optional.of(new JournalEntry.Different());
      }
      return switch (row.getString("state")) {
        case "answered" -> Optional.of(new JournalEntry.Answered(reply(row)));
        case "refused" -> Optional.of(new JournalEntry.Refused(row.getString("error")));
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

  static JournalEntry send(Connection connection, JournalKey key, Instant at) throws SQLException {
    String sql =
        "INSERT INTO request (id, stage, key, body_sha, state, attempts, sent_at)"
            + " VALUES (?, ?, ?, ?, 'sent', 1, ?) ON CONFLICT (id) DO UPDATE"
            + " SET state = 'sent', attempts = attempts + 1, sent_at = excluded.sent_at"
            + " RETURNING attempts";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, key.id());
      insert.setString(2, key.stage());
      insert.setString(3, key.key());
      insert.setString(4, key.bodySha256());
      insert.setString(5, at.toString());
      ResultSet row = insert.executeQuery();
      row.next();
      return new JournalEntry.Sent(row.getInt(1));
    }
  }

  static int answered(Connection connection, String id, ChatReply reply, Instant at)
      throws SQLException {
    String sql =
        "UPDATE request SET state = 'answered', answered_at = ?, answer = ?, finish = ?, model = ?,"
            + " prompt_tokens = ?, completion_tokens = ?, error_kind = NULL, error = NULL"
            + " WHERE id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, at.toString());
      update.setString(2, reply.content());
      update.setString(3, reply.finish().name());
      update.setString(4, reply.model());
      update.setLong(5, reply.promptTokens());
      update.setLong(6, reply.completionTokens());
      update.setString(7, id);
      return update.executeUpdate();
    }
  }

  static int failed(Connection connection, String id, ChatException.Kind kind, String error)
      throws SQLException {
    String sql = "UPDATE request SET state = ?, error_kind = ?, error = ? WHERE id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, kind == ChatException.Kind.BAD_REQUEST ? "refused" : "failed");
      update.setString(2, kind.name());
      update.setString(3, error);
      update.setString(4, id);
      return update.executeUpdate();
    }
  }

  static Usage usage(Connection connection) throws SQLException {
    String sql =
        "SELECT count(*), coalesce(sum(state = 'answered'), 0), coalesce(sum(attempts), 0),"
            + " coalesce(sum(prompt_tokens), 0), coalesce(sum(completion_tokens), 0) FROM request";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      ResultSet row = select.executeQuery();
      row.next();
      return new Usage(
          row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }
  }
}
