package io.mosskit.plugins;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// An entry of `hostile.jsonl`: what somebody writes who means harm, or whom nobody told better.
///
/// @param to the plugin that gets it as its argument; or `Human`, who writes it; or `Grounding`,
///   `Commands`, `Results`, which read it
/// @param attack the kind of attack
/// @param name what tells it from others of its kind
/// @param argument in full; the file may say it in parts, `["(", {"repeat": [")", 50000]}]`
record Hostile(String to, String attack, String name, String argument) {

  /// All entries, in the order of the file.
  static List<Hostile> all() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Hostile.class.getResourceAsStream("hostile.jsonl")),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(Hostile::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those that this one gets.
  static List<Hostile> to(String to) {
    return all().stream().filter(entry -> entry.to.equals(to)).toList();
  }

  private static Hostile of(String line) {
    try {
      Json.Obj json = (Json.Obj) Json.parse(line);
      return new Hostile(
          text(json, "to"),
          text(json, "attack"),
          text(json, "name"),
          argument(Objects.requireNonNull(json.get("argument"))));
    } catch (JsonException e) {
      throw new AssertionError(line, e);
    }
  }

  private static String text(Json.Obj json, String member) {
    return Objects.requireNonNull(json.string(member), member);
  }

  private static String argument(Json json) {
    return switch (json) {
      case Json.Str(String text) -> text;
      case Json.Arr(List<Json> parts) ->
          parts.stream().map(Hostile::argument).collect(Collectors.joining());
      case Json.Obj object -> {
        List<Json> repeat = ((Json.Arr) Objects.requireNonNull(object.get("repeat"))).elements();
        int times = ((Json.Num) repeat.getLast()).decimal().intValueExact();
        yield argument(repeat.getFirst()).repeat(times);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> throw new AssertionError(json);
    };
  }

  @Override
  public String toString() {
    return to + ", " + attack + ": " + name;
  }
}
