package io.mosskit.generator.store;

import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The table of requests.
final class RequestTable {

  private RequestTable() {}

  /// What keeps a request from being sent: an answer or a refusal. Empty where nothing does.
  static Optional<JournalEntry> settled(Statements statements, JournalRequest request)
      throws SQLException {
    return statements.first(
        """
        SELECT state, answer, finish, prompt_tokens, completion_tokens, model, error FROM request
        WHERE id = ? AND body_sha = ? AND state IN ('answered', 'refused')\
        """,
        row ->
            row.getString("state").equals("answered")
                ? new JournalEntry.Answered(reply(row))
                : new JournalEntry.Refused(row.getString("error")),
        request.id(),
        request.bodySha256());
  }

  static ChatReply reply(ResultSet row) throws SQLException {
    return new ChatReply(
        row.getString("answer"),
        ChatReply.Finish.valueOf(row.getString("finish")),
        row.getLong("prompt_tokens"),
        row.getLong("completion_tokens"),
        row.getString("model"));
  }

  static JournalEntry.Sent send(Statements statements, JournalRequest request, Instant at)
      throws SQLException {
    return statements.only(
        """
        INSERT INTO request (id, body_sha, stage, key, teacher, body, state, attempts, sent_at)
        VALUES (?, ?, ?, ?, ?, ?, 'sent', 1, ?) ON CONFLICT (id, body_sha) DO UPDATE
        SET state = 'sent', attempts = attempts + 1, sent_at = excluded.sent_at
        RETURNING attempts\
        """,
        row -> new JournalEntry.Sent(row.getInt("attempts")),
        request.id(),
        request.bodySha256(),
        request.stage(),
        request.key(),
        request.teacher(),
        request.body(),
        at.toString());
  }

  /// Why earlier attempts failed stays beside the answer.
  static int answered(Statements statements, JournalRequest request, ChatReply reply, Instant at)
      throws SQLException {
    return statements.update(
        """
        UPDATE request SET state = 'answered', answered_at = ?, answer = ?, finish = ?, model = ?,
        prompt_tokens = ?, completion_tokens = ? WHERE id = ? AND body_sha = ?\
        """,
        at.toString(),
        reply.content(),
        reply.finish().name(),
        reply.model(),
        reply.promptTokens(),
        reply.completionTokens(),
        request.id(),
        request.bodySha256());
  }

  static int failed(
      Statements statements, JournalRequest request, ChatException.Kind kind, String error)
      throws SQLException {
    return statements.update(
        "UPDATE request SET state = ?, error_kind = ?, error = ? WHERE id = ? AND body_sha = ?",
        kind == ChatException.Kind.BAD_REQUEST ? "refused" : "failed",
        kind.name(),
        error,
        request.id(),
        request.bodySha256());
  }

  static Usage usage(Statements statements) throws SQLException {
    return statements.only(
        """
        SELECT count(*), coalesce(sum(state = 'answered'), 0), coalesce(sum(attempts), 0),
        coalesce(sum(prompt_tokens), 0), coalesce(sum(completion_tokens), 0) FROM request\
        """,
        row ->
            new Usage(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
  }

  /// How many answers each teacher has given.
  static SortedMap<String, Long> answersByTeacher(Statements statements) throws SQLException {
    SortedMap<String, Long> answers = new TreeMap<>();
    statements.list(
        "SELECT teacher, count(*) FROM request WHERE state = 'answered' GROUP BY teacher",
        row -> answers.put(row.getString(1), row.getLong(2)));
    return answers;
  }
}
