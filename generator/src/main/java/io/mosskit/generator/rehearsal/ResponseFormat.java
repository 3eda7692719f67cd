package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the answer to a request must look like.
sealed interface ResponseFormat {

  /// Text of any kind.
  record Any() implements ResponseFormat {}

  /// A JSON object of that schema.
  record Schema(String name, Json.Obj schema) implements ResponseFormat {}

  /// Reads the member `response_format`. `json_object` asks for nothing that the words of our tasks
  /// do not ask for anyway.
  ///
  /// @param refused types that this server is told not to know
  static ResponseFormat read(@Nullable Json value, Set<String> refused) throws Refusal {
    if (value == null || value instanceof Json.Null) {
      return new Any();
    }
    String type = value instanceof Json.Obj format ? format.string("type") : null;
    if (type == null || refused.contains(type)) {
      throw Refusal.of(
          "response_format",
          "`response_format` of type '%s' is not supported with this model".formatted(type));
    }
    return switch (type) {
      case "text", "json_object" -> new Any();
      case "json_schema" -> schema(((Json.Obj) value).get("json_schema"));
      default ->
          throw Refusal.of(
              "response_format.type", "expected text, json_object or json_schema, not " + type);
    };
  }

  private static ResponseFormat schema(@Nullable Json value) throws Refusal {
    String at = "response_format.json_schema";
    if (!(value instanceof Json.Obj member)) {
      throw Refusal.of(at, "`json_schema` is missing or no object");
    }
    String name = member.string("name");
    if (name == null || !name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw Refusal.of(at + ".name", "`name` must be up to 64 letters, digits, - and _");
    }
    if (!(member.get("schema") instanceof Json.Obj schema)) {
      throw Refusal.of(at + ".schema", "`schema` is missing or no object");
    }
    if (member.get("strict") instanceof Json.Bool(boolean strict) && strict) {
      Optional<String> loose = Shape.looseness(schema);
      if (loose.isPresent()) {
        throw Refusal.of(
            "response_format",
            "Invalid schema for response_format '%s': %s".formatted(name, loose.get()));
      }
    }
    return new Schema(name, schema);
  }
}
