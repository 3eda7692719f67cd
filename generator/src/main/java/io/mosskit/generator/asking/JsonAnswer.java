package io.mosskit.generator.asking;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.Objects;

/// Reads the JSON object that an answer was asked to be, with what models like to put around it.
public sealed interface JsonAnswer {

  /// The object.
  record Read(Json.Obj object) implements JsonAnswer {}

  /// There is none, and why.
  record Broken(String why) implements JsonAnswer {}

  /// The object in an answer: the whole text, or what stands in a code fence, or between the first
  /// opening and the last closing brace.
  static JsonAnswer of(String answer) {
    int from = answer.indexOf('{');
    int to = answer.lastIndexOf('}');
    if (from < 0 || to < from) {
      return new Broken("the answer holds no JSON object");
    }
    try {
      return Json.parse(answer.substring(from, to + 1)) instanceof Json.Obj object
          ? new Read(object)
          : new Broken("the answer is no JSON object");
    } catch (JsonException e) {
      return new Broken(Objects.requireNonNullElse(e.getMessage(), "the answer is no JSON"));
    }
  }
}
