package io.mosskit.generator.store;

import io.mosskit.generator.money.Bill;
import io.mosskit.generator.money.Cost;
import io.mosskit.generator.money.Dollars;
import io.mosskit.generator.money.Spent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The accounts: a row for each time that a request was sent. While it is under way, the row holds
/// the most that it can cost.
final class SpendingTable {

  static final String CREATE =
      """
      CREATE TABLE spending (
        request TEXT NOT NULL,
        body_sha TEXT NOT NULL,
        attempt INTEGER NOT NULL,
        teacher TEXT NOT NULL,
        stage TEXT NOT NULL,
        key TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('UNDER_WAY', 'BILLED', 'ESTIMATED', 'LOST', 'FREE')),
        prompt_tokens INTEGER NOT NULL,
        completion_tokens INTEGER NOT NULL,
        picodollars INTEGER NOT NULL,
        PRIMARY KEY (request, body_sha, attempt)
      ) STRICT, WITHOUT ROWID\
      """;

  private static final String SUMS =
      """
      coalesce(max(key GLOB 'd-*'), 0) AS of_dialogues, count(*) AS requests,
      coalesce(sum(prompt_tokens), 0) AS prompt_tokens,
      coalesce(sum(completion_tokens), 0) AS completion_tokens,
      coalesce(sum(picodollars), 0) AS picodollars\
      """;

  private SpendingTable() {}

  static int send(Statements statements, JournalRequest request, int attempt, Cost worst)
      throws SQLException {
    return statements.update(
        """
        INSERT INTO spending (request, body_sha, attempt, teacher, stage, key, state, prompt_tokens,
        completion_tokens, picodollars) VALUES (?, ?, ?, ?, ?, ?, 'UNDER_WAY', ?, ?, ?)\
        """,
        request.id(),
        request.bodySha256(),
        attempt,
        request.teacher(),
        request.stage(),
        request.key(),
        worst.promptTokens(),
        worst.completionTokens(),
        worst.dollars().pico());
  }

  static int settle(Statements statements, JournalRequest request, Bill bill) throws SQLException {
    return statements.update(
        """
        UPDATE spending SET state = ?, prompt_tokens = ?, completion_tokens = ?, picodollars = ?
        WHERE request = ? AND body_sha = ? AND state = 'UNDER_WAY'\
        """,
        bill.settlement().name(),
        bill.cost().promptTokens(),
        bill.cost().completionTokens(),
        bill.cost().dollars().pico(),
        request.id(),
        request.bodySha256());
  }

  /// What all earlier starts have spent. What was under way when the last one was killed is lost.
  static Spent before(Statements statements) throws SQLException {
    statements.update("UPDATE spending SET state = 'LOST' WHERE state = 'UNDER_WAY'");
    StageUsage billed = sum(statements, "BILLED");
    StageUsage estimated = sum(statements, "ESTIMATED");
    StageUsage lost = sum(statements, "LOST");
    return new Spent(
        billed.cost().plus(estimated.cost()), estimated.answers(), lost.cost(), lost.answers());
  }

  private static StageUsage sum(Statements statements, String state) throws SQLException {
    return statements.only(
        "SELECT '' AS stage, " + SUMS + " FROM spending WHERE state = ?",
        SpendingTable::usage,
        state);
  }

  /// What answers took, by stage.
  static List<StageUsage> byStage(Statements statements) throws SQLException {
    return statements.list(
        "SELECT stage, "
            + SUMS
            + " FROM spending WHERE state IN ('BILLED', 'ESTIMATED') GROUP BY stage ORDER BY stage",
        SpendingTable::usage);
  }

  private static StageUsage usage(ResultSet row) throws SQLException {
    Cost cost =
        new Cost(
            row.getLong("prompt_tokens"),
            row.getLong("completion_tokens"),
            new Dollars(row.getLong("picodollars")));
    return new StageUsage(
        row.getString("stage"), row.getInt("of_dialogues") == 1, row.getLong("requests"), cost);
  }
}
