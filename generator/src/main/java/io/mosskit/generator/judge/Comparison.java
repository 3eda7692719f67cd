package io.mosskit.generator.judge;

import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What a judge thinks of two replies, asked in both orders.
///
/// @param left the number of one reply, from 0
/// @param right that of the other
/// @param winner a tie too where the two orders contradict each other
/// @param consistent whether they agree
/// @param reasons a sentence for each order
public record Comparison(
    int left, int right, Winner winner, boolean consistent, List<String> reasons) {

  public Comparison {
    reasons = List.copyOf(reasons);
  }

  /// As it stands on a line.
  public Json.Obj json() {
    return Json.object()
        .put("left", left)
        .put("right", right)
        .put("winner", winner.label())
        .put("consistent", consistent)
        .put("reasons", reasons)
        .build();
  }

  /// What [#json] says, or what people have said in the same form.
  ///
  /// @throws IllegalArgumentException saying what was expected
  public static Comparison of(Json value) {
    if (value instanceof Json.Obj object
        && object.get("left") instanceof Json.Num left
        && object.get("right") instanceof Json.Num right) {
      Winner winner =
          Winner.named(Objects.requireNonNullElse(object.string("winner"), ""))
              .orElseThrow(
                  () -> new IllegalArgumentException("expected the winner left, right or tie"));
      List<String> reasons =
          object.get("reasons") instanceof Json.Arr(List<Json> given)
              ? given.stream()
                  .flatMap(text ->
                      text instanceof Json.Str(String said) ? Stream.of(said) : Stream.empty())
                  .toList()
              : List.of();
      boolean consistent =
          !(object.get("consistent") instanceof Json.Bool(boolean agreed)) || agreed;
      return new Comparison(
          left.decimal().intValue(), right.decimal().intValue(), winner, consistent, reasons);
    }
    throw new IllegalArgumentException("expected comparisons with left, right and winner");
  }
}
