package io.mosskit.generator.store;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The file `run.db` and its tables.
final class Database {

  static final String FILE = "run.db";

  /// The number of the layout below, as `PRAGMA user_version` has it; a change of the layout counts
  /// it up.
  private static final int LAYOUT = 3;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE start (
            number INTEGER PRIMARY KEY,
            state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'ended')),
            process TEXT NOT NULL,
            began_at TEXT NOT NULL,
            ended_at TEXT
          ) STRICT\
          """,
          """
          CREATE TABLE parameter (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE request (
            id TEXT NOT NULL,
            body_sha TEXT NOT NULL,
            stage TEXT NOT NULL,
            key TEXT NOT NULL,
            teacher TEXT NOT NULL,
            body TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('sent', 'failed', 'refused', 'answered')),
            attempts INTEGER NOT NULL,
            sent_at TEXT NOT NULL,
            answered_at TEXT,
            answer TEXT,
            finish TEXT,
            model TEXT,
            prompt_tokens INTEGER,
            completion_tokens INTEGER,
            error_kind TEXT,
            error TEXT,
            UNIQUE (id, body_sha)
          ) STRICT\
          """,
          """
          CREATE TABLE opening (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            fingerprint TEXT NOT NULL
          ) STRICT\
          """,
          """
          CREATE TABLE dialogue (
            id TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            settings TEXT NOT NULL,
            family TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('WRITTEN', 'REJECTED', 'PENDING')),
            reason TEXT NOT NULL,
            record TEXT NOT NULL,
            UNIQUE (id, fingerprint)
          ) STRICT\
          """,
          SpendingTable.CREATE);

  private Database() {}

  /// Opens the database in a run folder, making what is absent.
  ///
  /// WAL, because a commit then is one append. `synchronous=FULL`, so that a power cut loses no
  /// more than a kill does: the price is a flush for each group of answers, and a teacher is slower
  /// by far.
  ///
  /// @throws GenerationException where another version of the toolkit made it
  static Connection open(Path folder) throws GenerationException, IOException {
    Path file = folder.resolve(FILE);
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        connection.setAutoCommit(false);
        if (number(statement, "SELECT count(*) FROM sqlite_master") == 0) {
          make(statement);
          connection.commit();
        }
        int layout = number(statement, "PRAGMA user_version");
        if (layout != LAYOUT) {
          connection.close();
          throw new GenerationException(Kind.RUN_DIFFERS, foreign(file, layout));
        }
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /// Opens the database of a run to read it, whether or not a process works on the run.
  static Connection read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no run lies in this folder");
    }
    // A folder that is not to be written to has no place for the log's index, and needs none.
    boolean archived = !Files.isWritable(folder) && !Files.exists(folder.resolve(FILE + "-wal"));
    String mode = archived ? "immutable=1" : "mode=ro";
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + uri(file) + "?" + mode);
      try (Statement statement = connection.createStatement()) {
        int layout = number(statement, "PRAGMA user_version");
        if (layout != LAYOUT) {
          connection.close();
          throw new IOException(foreign(file, layout));
        }
        connection.setAutoCommit(false); // what is read is of one moment
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// The file as SQLite wants it where parameters follow.
  private static String uri(Path file) {
    return "file:" + file.toAbsolutePath().toUri().getRawPath();
  }

  private static void make(Statement statement) throws SQLException {
    for (String table : TABLES) {
      statement.execute(table);
    }
    statement.execute("PRAGMA user_version = " + LAYOUT);
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String foreign(Path file, int layout) {
    return "%s has layout %d, and this version of mosskit works with layout %d; go on with the version"
            .formatted(file, layout, LAYOUT)
        + " that made it, or name another folder";
  }
}
