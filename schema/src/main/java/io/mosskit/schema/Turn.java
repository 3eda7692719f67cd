package io.mosskit.schema;

import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One exchange of a dialogue: the five field values, markers included, in the order of [Field].
///
/// @param number the number in the turn's key: `turn_1` has 1
/// @param values the five values as they stand in the file
/// @param keys the names of the turn object's members in their order; [#KEYS] as published
/// @param beside members that the format does not know, by name
public record Turn(int number, List<String> values, List<String> keys, Map<String, Json> beside) {

  /// The member names of a turn as published.
  public static final List<String> KEYS =
      List.of(
          Field.HUMAN.key(),
          Field.INNER_THOUGHTS.key(),
          Field.COMMANDS.key(),
          Field.TOOL_RESPONSES.key(),
          Field.MOSS.key());

  public Turn {
    if (number < 1) {
      throw new IllegalArgumentException("turns are numbered from 1, not " + number);
    }
    values = List.copyOf(values);
    keys = List.copyOf(keys);
    beside = Map.copyOf(beside);
    if (values.size() != KEYS.size() || keys.size() != values.size() + beside.size()) {
      throw new IllegalArgumentException(
          "a turn has five values, not " + values.size() + ", and a name for each member: " + keys);
    }
  }

  /// A turn without plugins: the user's words and the reply, the other fields `None`.
  public static Turn plain(int number, String human, String reply) {
    return withPlugins(number, List.of(human, Field.NONE, Field.NONE, Field.NONE, reply));
  }

  /// A turn from its five bodies, in the order of [Field], markers not included.
  public static Turn withPlugins(int number, List<String> bodies) {
    List<String> values = new ArrayList<>();
    for (Field field : Field.values()) {
      values.add(field.value(bodies.get(field.ordinal())));
    }
    return new Turn(number, values, KEYS, Map.of());
  }

  /// A field's value, markers included.
  public String value(Field field) {
    return values.get(field.ordinal());
  }

  /// A field's text between its markers.
  public String body(Field field) {
    return field.body(value(field));
  }

  /// What the user wrote.
  public String human() {
    return body(Field.HUMAN);
  }

  /// What the assistant replied.
  public String reply() {
    return body(Field.MOSS);
  }

  /// Whether the field holds `None`, inline or as a block.
  public boolean isNone(Field field) {
    return body(field).strip().equals(Field.NONE);
  }

  /// The same turn with another value (markers included) in one field.
  public Turn with(Field field, String value) {
    List<String> copy = new ArrayList<>(values);
    copy.set(field.ordinal(), value);
    return new Turn(number, copy, keys, beside);
  }

  /// The same turn under another number.
  public Turn numbered(int newNumber) {
    return new Turn(newNumber, values, keys, beside);
  }
}
