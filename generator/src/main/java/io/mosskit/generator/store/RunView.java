package io.mosskit.generator.store;

import io.mosskit.generator.store.DialogueRow.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// A look into the run in a folder, as it stood at the first question; changes nothing, and keeps
/// nobody from working on the run meanwhile. Not thread-safe.
public final class RunView implements AutoCloseable {

  private static final int PAGE = 500;

  private final Path folder;
  private final Statements statements;

  private RunView(Path folder, Statements statements) {
    this.folder = folder;
    this.statements = statements;
  }

  /// Whether a run lies in a folder.
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(Database.FILE));
  }

  /// Opens the run in a folder.
  ///
  /// @throws IOException where there is none, or another version of the toolkit made it
  public static RunView open(Path folder) throws IOException {
    return new RunView(folder, new Statements(Database.read(folder)));
  }

  /// What is done with one row of many.
  @FunctionalInterface
  public interface RowAction {
    void on(JournalRow row) throws IOException;
  }

  @FunctionalInterface
  private interface Query<T> {
    T of(Statements statements) throws SQLException, IOException;
  }

  private <T> T ask(Query<T> query) throws IOException {
    try {
      return query.of(statements);
    } catch (SQLException e) {
      throw new IOException(
          folder.resolve(Database.FILE) + " cannot be read: " + e.getMessage(), e);
    }
  }

  public RunState state() throws IOException {
    return ask(statements -> StartTable.state(statements, folder));
  }

  /// How often the run was started.
  public long starts() throws IOException {
    return ask(statements -> statements.only("SELECT count(*) FROM start", row -> row.getLong(1)));
  }

  /// When the run was started first.
  public Optional<Instant> began() throws IOException {
    return time("SELECT min(began_at) FROM start");
  }

  /// When something was last sent, answered, begun or ended.
  public Optional<Instant> lastActivity() throws IOException {
    return time(
        """
        SELECT max(at) FROM (
          SELECT max(sent_at) AS at FROM request UNION ALL SELECT max(answered_at) FROM request
          UNION ALL SELECT max(began_at) FROM start UNION ALL SELECT max(ended_at) FROM start)\
        """);
  }

  private Optional<Instant> time(String sql) throws IOException {
    return ask(statements ->
        statements.only(sql, row -> Optional.ofNullable(row.getString(1)).map(Instant::parse)));
  }

  /// The parameters of the last start.
  public SortedMap<String, String> parameters() throws IOException {
    return ask(ParameterTable::read);
  }

  public Usage usage() throws IOException {
    return ask(RequestTable::usage);
  }

  public List<Tally> stages() throws IOException {
    return ask(statements -> Tally.by("stage", statements));
  }

  public List<Tally> teachers() throws IOException {
    return ask(statements -> Tally.by("teacher", statements));
  }

  /// How many requests of each stage failed, at the last time that they did, for each reason:
  /// `reply, RATE_LIMITED`. Those that were answered afterwards are among them.
  public SortedMap<String, Long> faults() throws IOException {
    return counts(
        """
        SELECT stage || ', ' || error_kind, count(*) FROM request WHERE error_kind IS NOT NULL
        GROUP BY stage, error_kind\
        """);
  }

  /// What became of the dialogues that the last start has; those that it has not come to are not
  /// among them.
  public Map<Outcome, Long> dialogues() throws IOException {
    Map<Outcome, Long> dialogues = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      dialogues.put(outcome, 0L);
    }
    counts(
            """
            SELECT outcome, count(*) FROM opening JOIN dialogue USING (id, fingerprint)
            GROUP BY outcome\
            """)
        .forEach((outcome, count) -> dialogues.put(Outcome.valueOf(outcome), count));
    return dialogues;
  }

  /// How many dialogues the last start has.
  public long openings() throws IOException {
    return ask(
        statements -> statements.only("SELECT count(*) FROM opening", row -> row.getLong(1)));
  }

  /// The dialogues that were rejected, for good or for now, by reason.
  public SortedMap<String, Long> rejections() throws IOException {
    return counts(
        """
        SELECT reason, count(*) FROM opening JOIN dialogue USING (id, fingerprint)
        WHERE outcome <> 'WRITTEN' GROUP BY reason\
        """);
  }

  /// What the verification of the dialogues about plugins found that have ended.
  public Verification verification() throws IOException {
    return ask(statements -> {
      Verification sum = Verification.NOTHING;
      for (int from = 0; from < openings(); from += PAGE) {
        for (DialogueRow dialogue : DialogueTable.page(statements, from, from + PAGE)) {
          sum = sum.plus(dialogue.verification());
        }
      }
      return sum;
    });
  }

  private SortedMap<String, Long> counts(String sql) throws IOException {
    return ask(statements -> {
      SortedMap<String, Long> counts = new TreeMap<>();
      statements.list(sql, row -> counts.put(row.getString(1), row.getLong(2)));
      return counts;
    });
  }

  /// What is there for a start with other parameters; see [RunStore#stock].
  public Stock stock(SequencedMap<String, String> settings) throws IOException {
    return ask(statements -> Stock.of(statements, settings));
  }

  /// The requests under an id, the last sent first: more than one where the recipe was changed.
  public List<JournalRow> requests(String id) throws IOException {
    return rows("WHERE id = ? ORDER BY sent_at DESC", id);
  }

  /// The answers that took longest.
  public List<JournalRow> slowest(int number) throws IOException {
    return rows(
        "WHERE answered_at IS NOT NULL"
            + " ORDER BY julianday(answered_at) - julianday(sent_at) DESC, id LIMIT ?",
        number);
  }

  /// The requests that were sent most often, of those sent more than once.
  public List<JournalRow> mostRetried(int number) throws IOException {
    return rows("WHERE attempts > 1 ORDER BY attempts DESC, id LIMIT ?", number);
  }

  private List<JournalRow> rows(String which, Object value) throws IOException {
    return ask(
        statements -> statements.list("SELECT * FROM request " + which, JournalRow::of, value));
  }

  /// Goes through all requests in the order in which they were first sent.
  ///
  /// @param stage the only stage wanted; empty for all
  public void forEach(Optional<String> stage, RowAction action) throws IOException {
    ask(statements ->
        statements.each(
            "SELECT * FROM request WHERE ?1 IS NULL OR stage = ?1 ORDER BY rowid",
            row -> action.on(JournalRow.of(row)),
            stage.orElse(null)));
  }

  @Override
  public void close() throws IOException {
    try {
      statements.close();
    } catch (SQLException e) {
      throw new IOException(
          folder.resolve(Database.FILE) + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
