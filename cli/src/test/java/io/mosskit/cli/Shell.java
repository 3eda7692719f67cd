package io.mosskit.cli;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;

/// What a command line did, run in this process.
///
/// @param code how it ended
/// @param out what it said
/// @param err what it said about its making
record Shell(int code, String out, String err) {

  /// Runs `mosskit` with these words.
  static Shell mosskit(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = Stream.of(words).map(String::valueOf).toArray(String[]::new);
    int code = Mosskit.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Shell(code, out.toString(), err.toString());
  }

  /// `mosskit` and all its commands, speaking to nobody.
  static CommandLine commands() {
    PrintWriter nobody = new PrintWriter(new StringWriter());
    return Mosskit.commandLine(new Console(nobody, nobody, false, Clock.systemUTC()));
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /// What it said, where it said it in JSON.
  Json.Obj json() throws JsonException {
    return (Json.Obj) Json.parse(out);
  }

  /// A number in what it said: `number("kinds", "conversations", "invalid")`.
  long number(String... path) throws JsonException {
    Json json = json();
    for (String key : path) {
      json = Objects.requireNonNull(((Json.Obj) json).get(key), key);
    }
    return ((Json.Num) json).decimal().longValueExact();
  }
}
