package io.mosskit.generator.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The table of the run's starts.
final class StartTable {

  private StartTable() {}

  static int begin(Statements statements, Instant at) throws SQLException {
    return statements.update(
        "INSERT INTO start (state, process, began_at) VALUES ('running', ?, ?)",
        thisProcess(),
        at.toString());
  }

  static int end(Statements statements, Instant at) throws SQLException {
    return statements.update(
        "UPDATE start SET state = 'ended', ended_at = ? WHERE number = (SELECT max(number) FROM start)",
        at.toString());
  }

  /// Marks what has not ended, now that nobody works on it any more.
  static int stop(Statements statements) throws SQLException {
    return statements.update("UPDATE start SET state = 'stopped' WHERE state = 'running'");
  }

  /// How the last start ended, or that it has not.
  static RunState state(Statements statements, Path folder) throws SQLException, IOException {
    Optional<String> process =
        statements.first(
            "SELECT process FROM start WHERE state = 'running'", row -> row.getString("process"));
    if (process.isPresent()) {
      boolean alive = process.get().equals(thisProcess()) || RunLock.isHeldElsewhere(folder);
      return alive ? RunState.RUNNING : RunState.INTERRUPTED;
    }
    return statements
        .first(
            "SELECT state FROM start ORDER BY number DESC LIMIT 1",
            row -> row.getString("state").equals("ended") ? RunState.ENDED : RunState.INTERRUPTED)
        .orElse(RunState.INTERRUPTED);
  }

  /// Its number alone would not do: numbers come again, in containers mostly the same one.
  private static String thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return process.pid()
        + process.info().startInstant().map(instant -> " since " + instant).orElse("");
  }
}
