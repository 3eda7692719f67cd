package io.mosskit.curation.select;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// A number that a record has: what was counted in it, what somebody wrote beside it, or a product
/// of such numbers.
///
/// @param factors the names of what is multiplied, at least one: `turns`, `user-characters`,
///   `reply-characters`, or the members that lead from the record's `mosskit` to a number, joined
///   by dots: `likelihood.ifd.mean`
public record Measure(List<String> factors) {

  public Measure {
    factors = List.copyOf(factors);
    if (factors.isEmpty() || factors.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "a measure is a name, as likelihood.ifd.mean or turns, or some joined by *, not \""
              + String.join("*", factors)
              + "\"");
    }
  }

  /// The measure of that name; factors are joined by `*`.
  public static Measure named(String name) {
    return new Measure(Arrays.stream(name.split("\\*", -1)).map(String::strip).toList());
  }

  /// Its name.
  public String name() {
    return String.join("*", factors);
  }

  /// Its value in a record; empty where the record has no such number.
  public OptionalDouble of(Conversation dialogue) {
    double product = 1;
    for (String factor : factors) {
      OptionalDouble value = value(dialogue, factor);
      if (value.isEmpty()) {
        return value;
      }
      product *= value.getAsDouble();
    }
    return Double.isFinite(product) ? OptionalDouble.of(product) : OptionalDouble.empty();
  }

  private static OptionalDouble value(Conversation dialogue, String factor) {
    return switch (factor) {
      case "turns" -> OptionalDouble.of(dialogue.turns().size());
      case "user-characters" -> OptionalDouble.of((double) Measures.of(dialogue).userCharacters());
      case "reply-characters" ->
          OptionalDouble.of((double) Measures.of(dialogue).replyCharacters());
      default -> written(dialogue.mosskit(), factor);
    };
  }

  private static OptionalDouble written(Json.Obj in, String path) {
    Json at = in;
    for (String name : path.split("\\.")) {
      Json next = at instanceof Json.Obj object ? object.get(name) : null;
      if (next == null) {
        return OptionalDouble.empty();
      }
      at = next;
    }
    return at instanceof Json.Num number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }
}
