package io.mosskit.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// A DuckDB in memory, held to a bounded amount of it, that touches no files but those it is given.
final class Duck {

  private static final long MEBIBYTE = 1L << 20;
  private static final long LEAST_ROW_BYTES = 16 * MEBIBYTE;
  private static final int MOST_THREADS = 4;

  private Duck() {}

  /// A DuckDB to read Parquet with.
  static Connection connect() throws SQLException {
    return connect(0);
  }

  /// A DuckDB to read JSON rows of that length with: each thread holds a few buffers of it.
  static Connection connect(long longestRow) throws SQLException {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    long buffers = 4L * threads * rowBytes(longestRow) / MEBIBYTE;
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("memory_limit", (1024 + buffers) + "MiB");
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("temp_directory", "");
    settings.setProperty("autoinstall_known_extensions", "false");
    return DriverManager.getConnection("jdbc:duckdb:", settings);
  }

  /// The longest JSON row that is read, in bytes.
  static long rowBytes(long longestRow) {
    return Math.max(LEAST_ROW_BYTES, longestRow);
  }

  /// A path as a string literal of SQL.
  static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
