package io.mosskit.generator.store;

import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.ObjBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request as it stands in the journal, with what came of it.
///
/// @param request what was asked of whom
/// @param state `sent` (no answer yet), `failed` (may be sent again), `refused` (for good) or
///   `answered`
/// @param attempts how often it was sent
/// @param sentAt when it was sent the last time
/// @param given the answer, where there is one
/// @param fault why the last attempt that failed did
public record JournalRow(
    JournalRequest request,
    String state,
    int attempts,
    Instant sentAt,
    Optional<Given> given,
    Optional<Fault> fault) {

  /// An answer.
  public record Given(Instant at, ChatReply reply) {}

  /// Why an attempt failed.
  ///
  /// @param kind its name: `RATE_LIMITED`
  public record Fault(String kind, String message) {}

  /// How long the answer took, from the last sending on.
  public Optional<Duration> took() {
    return given.map(answer -> Duration.between(sentAt, answer.at()));
  }

  /// What was asked: `messages` and how the answer was to be drawn.
  public Json.Obj body() {
    try {
      return (Json.Obj) Json.parse(request.body());
    } catch (JsonException e) {
      throw new IllegalStateException("the body of request " + request.id() + " is no JSON", e);
    }
  }

  /// The row as JSON, under the names of the columns.
  public Json.Obj json() {
    ObjBuilder json =
        Json.object()
            .put("id", request.id())
            .put("stage", request.stage())
            .put("key", request.key())
            .put("teacher", request.teacher())
            .put("state", state)
            .put("attempts", attempts)
            .put("sent_at", sentAt.toString())
            .put("body", body());
    given.ifPresent(answer ->
        json.put("answered_at", answer.at().toString())
            .put("answer", answer.reply().content())
            .put("finish", answer.reply().finish().name())
            .put("model", answer.reply().model())
            .put("prompt_tokens", answer.reply().promptTokens())
            .put("completion_tokens", answer.reply().completionTokens()));
    fault.ifPresent(
        failure -> json.put("error_kind", failure.kind()).put("error", failure.message()));
    return json.build();
  }

  static JournalRow of(ResultSet row) throws SQLException {
    return new JournalRow(
        new JournalRequest(
            row.getString("id"),
            row.getString("stage"),
            row.getString("key"),
            row.getString("teacher"),
            row.getString("body")),
        row.getString("state"),
        row.getInt("attempts"),
        Instant.parse(row.getString("sent_at")),
        given(row),
        fault(row));
  }

  private static Optional<Fault> fault(ResultSet row) throws SQLException {
    String kind = row.getString("error_kind");
    return kind == null ? Optional.empty() : Optional.of(new Fault(kind, row.getString("error")));
  }

  private static Optional<Given> given(ResultSet row) throws SQLException {
    String at = row.getString("answered_at");
    return at == null
        ? Optional.empty()
        : Optional.of(new Given(Instant.parse(at), RequestTable.reply(row)));
  }
}
