package io.mosskit.generator.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The file `run.db` and its tables.
final class Database {

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS parameter (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE IF NOT EXISTS request (
            id TEXT PRIMARY KEY,
            stage TEXT NOT NULL,
            key TEXT NOT NULL,
            body_sha TEXT NOT NULL,
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
            error TEXT
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE IF NOT EXISTS dialogue (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            family TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('WRITTEN', 'REJECTED', 'PENDING')),
            reason TEXT NOT NULL,
            record TEXT NOT NULL
          ) STRICT\
          """);

  private Database() {}

  /// Opens the database in a run folder, making what is absent.
  ///
  /// WAL, because a commit then is one append. `synchronous=FULL`, so that a power cut loses no
  /// more than a kill does: the price is a flush for each group of answers, and a teacher is slower
  /// by far.
  static Connection open(Path folder) throws IOException {
    Path file = folder.resolve("run.db");
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        for (String table : TABLES) {
          statement.execute(table);
        }
        connection.setAutoCommit(false);
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException(file + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
