package io.mosskit.generator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// What was asked and answered, counted over the requests of one stage or one teacher.
///
/// @param name of the stage or the teacher
/// @param models how those who answered name themselves
/// @param requests how many different requests
/// @param answered how many of them have an answer
/// @param failed how many could not be answered so far
/// @param refused how many the teacher refused for good
/// @param attempts how often a request was sent in all
/// @param promptTokens tokens of the answered requests, as the teacher counts them
/// @param completionTokens tokens of the answers, likewise
public record Tally(
    String name,
    List<String> models,
    long requests,
    long answered,
    long failed,
    long refused,
    long attempts,
    long promptTokens,
    long completionTokens) {

  public Tally {
    models = List.copyOf(models);
  }

  /// How often a request was sent again.
  public long retries() {
    return attempts - requests;
  }

  /// The tallies by a column of the table of requests.
  static List<Tally> by(String column, Statements statements) throws SQLException {
    return statements.list(
        """
        SELECT %1$s AS name, coalesce(group_concat(DISTINCT model), '') AS models,
        count(*) AS requests, sum(state = 'answered') AS answered, sum(state = 'failed') AS failed,
        sum(state = 'refused') AS refused, sum(attempts) AS attempts,
        coalesce(sum(prompt_tokens), 0) AS prompt_tokens,
        coalesce(sum(completion_tokens), 0) AS completion_tokens
        FROM request GROUP BY %1$s ORDER BY %1$s\
        """
            .formatted(column),
        Tally::of);
  }

  private static Tally of(ResultSet row) throws SQLException {
    String models = row.getString("models");
    return new Tally(
        row.getString("name"),
        models.isEmpty() ? List.of() : List.of(models.split(",")).stream().sorted().toList(),
        row.getLong("requests"),
        row.getLong("answered"),
        row.getLong("failed"),
        row.getLong("refused"),
        row.getLong("attempts"),
        row.getLong("prompt_tokens"),
        row.getLong("completion_tokens"));
  }
}
