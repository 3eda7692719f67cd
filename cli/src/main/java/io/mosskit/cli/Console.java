package io.mosskit.cli;

import io.mosskit.schema.json.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/// Where a command speaks: results on `out`, everything about their making on `err`.
///
/// @param out results
/// @param err progress, notes and errors
/// @param interactive whether a person watches `err` on a terminal
/// @param clock the time
record Console(PrintWriter out, PrintWriter err, boolean interactive, Clock clock) {

  /// The console of the running process.
  @SuppressWarnings("SystemConsoleNull") // it still is, where no terminal is there at all
  static Console ofProcess() {
    java.io.Console terminal = System.console();
    return new Console(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        terminal != null && terminal.isTerminal(),
        Clock.systemUTC());
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void say(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  void say(Json json) {
    say(json.text());
  }

  void note(String line) {
    err.println("mosskit: " + line);
    err.flush();
  }

  /// Shows progress on `err` until it is closed.
  ProgressLine progress() {
    return new ProgressLine(err, interactive, clock);
  }
}
