package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds values against JSON Schemas, as far as the strict subset of structured outputs goes:
/// `type`, `enum`, `anyOf`, `properties`, `required`, `additionalProperties` and `items`.
final class Shape {

  private Shape() {}

  /// Where a schema allows more than the strict subset does; empty where it does not.
  static Optional<String> looseness(Json.Obj schema) {
    return looseness(schema, "$");
  }

  private static Optional<String> looseness(Json.Obj schema, String at) {
    if (schema.get("properties") instanceof Json.Obj(Map<String, Json> properties)) {
      if (!new Json.Bool(false).equals(schema.get("additionalProperties"))) {
        return Optional.of(at + ": 'additionalProperties' is required to be false");
      }
      for (Map.Entry<String, Json> property : properties.entrySet()) {
        if (!strings(schema.get("required")).contains(property.getKey())) {
          return Optional.of(at + ": 'required' must name '" + property.getKey() + "'");
        }
        Optional<String> inner = member(property.getValue(), at + "." + property.getKey());
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    Json items = schema.get("items");
    return items == null ? Optional.empty() : member(items, at + "[]");
  }

  private static Optional<String> member(Json schema, String at) {
    return schema instanceof Json.Obj object
        ? looseness(object, at)
        : Optional.of(at + ": a schema is an object");
  }

  /// Where an answer is not what a schema asks for; empty where it is.
  static Optional<String> misfit(Json.Obj schema, String answer) {
    try {
      return misfit(schema, Json.parse(answer), "$");
    } catch (JsonException _) {
      return Optional.of("$: no JSON");
    }
  }

  private static Optional<String> misfit(Json.Obj schema, Json value, String at) {
    if (schema.get("anyOf") instanceof Json.Arr(List<Json> choices)) {
      boolean fits =
          choices.stream()
              .anyMatch(
                  choice -> choice instanceof Json.Obj one && misfit(one, value, at).isEmpty());
      return fits ? Optional.empty() : Optional.of(at + ": none of its forms");
    }
    List<String> types = strings(schema.get("type"));
    if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(type, value))) {
      return Optional.of(at + ": not of type " + String.join(" or ", types));
    }
    if (schema.get("enum") instanceof Json.Arr(List<Json> values) && !values.contains(value)) {
      return Optional.of(at + ": none of " + values);
    }
    return switch (value) {
      case Json.Obj object -> misfitOfObject(schema, object, at);
      case Json.Arr(List<Json> elements)
          when schema.get("items") instanceof Json.Obj items && !elements.isEmpty() ->
          elements.stream()
              .flatMap(element -> misfit(items, element, at + "[]").stream())
              .findFirst();
      case Json.Arr _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static Optional<String> misfitOfObject(Json.Obj schema, Json.Obj object, String at) {
    for (String name : strings(schema.get("required"))) {
      if (object.get(name) == null) {
        return Optional.of(at + ": no " + name);
      }
    }
    Json.Obj properties =
        schema.get("properties") instanceof Json.Obj members ? members : Json.Obj.EMPTY;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      Json property = properties.get(member.getKey());
      boolean closed = new Json.Bool(false).equals(schema.get("additionalProperties"));
      if (property == null && closed) {
        return Optional.of(at + ": " + member.getKey() + " is not allowed");
      }
      Optional<String> inner =
          property instanceof Json.Obj one
              ? misfit(one, member.getValue(), at + "." + member.getKey())
              : Optional.empty();
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String type, Json value) {
    return switch (value) {
      case Json.Obj _ -> type.equals("object");
      case Json.Arr _ -> type.equals("array");
      case Json.Str _ -> type.equals("string");
      case Json.Num number ->
          type.equals("number")
              || (type.equals("integer") && number.decimal().stripTrailingZeros().scale() <= 0);
      case Json.Bool _ -> type.equals("boolean");
      case Json.Null _ -> type.equals("null");
    };
  }

  /// The texts of a list, or a single one.
  private static List<String> strings(@Nullable Json value) {
    if (value instanceof Json.Str(String text)) {
      return List.of(text);
    }
    List<String> strings = new ArrayList<>();
    if (value instanceof Json.Arr(List<Json> elements)) {
      for (Json element : elements) {
        if (element instanceof Json.Str(String text)) {
          strings.add(text);
        }
      }
    }
    return strings;
  }
}
