package io.mosskit.generator.store;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;

/// How often what was written about plugins was held against the three stages of verification. A
/// dialogue carries its own counts among its verdicts, a rejected one too.
///
/// @param format answers: can thoughts, calls and replies be read, and are the calls such as the
///   turn allows
/// @param execution calls: do they bring the recorded answer when they are made again
/// @param meaning answers whose format stands: do they say only what can be known
public record Verification(Count format, Count execution, Count meaning) {

  /// The stage of the verdict.
  public static final String STAGE = "verification";

  /// Nothing was verified.
  public static final Verification NOTHING =
      new Verification(Count.NOTHING, Count.NOTHING, Count.NOTHING);

  /// How often a stage was passed and failed.
  ///
  /// @param checked how many were held against it
  /// @param failed how many of them did not stand
  /// @param retried for how many of these the teacher was asked again
  public record Count(long checked, long failed, long retried) {

    public static final Count NOTHING = new Count(0, 0, 0);

    public Count plus(Count other) {
      return new Count(checked + other.checked, failed + other.failed, retried + other.retried);
    }

    public Json.Obj json() {
      return Json.object()
          .put("checked", checked)
          .put("failed", failed)
          .put("retried", retried)
          .build();
    }

    private static Count of(Json.Obj counts, String stage) {
      return counts.get(stage) instanceof Json.Obj count
          ? new Count(number(count, "checked"), number(count, "failed"), number(count, "retried"))
          : NOTHING;
    }

    private static long number(Json.Obj count, String name) {
      return count.get(name) instanceof Json.Num number ? number.decimal().longValue() : 0;
    }
  }

  public Verification plus(Verification other) {
    return new Verification(
        format.plus(other.format), execution.plus(other.execution), meaning.plus(other.meaning));
  }

  /// Whether anything was verified.
  public boolean isEmpty() {
    return equals(NOTHING);
  }

  public Json.Obj json() {
    return Json.object()
        .put("format", format.json())
        .put("execution", execution.json())
        .put("meaning", meaning.json())
        .build();
  }

  /// What a dialogue says of itself, written or rejected; [#NOTHING] where it says nothing.
  static Verification of(DialogueRow dialogue) {
    Json.Obj holder = member(dialogue.record(), "record");
    Json.Obj lineage =
        dialogue.outcome() == DialogueRow.Outcome.WRITTEN
            ? member(member(dialogue.record(), "mosskit"), Lineage.MEMBER)
            : member(holder, Lineage.MEMBER);
    return Lineage.of(lineage).verdicts().stream()
        .filter(verdict -> verdict.stage().equals(STAGE))
        .map(Verdict::values)
        .map(Verification::of)
        .reduce(NOTHING, Verification::plus);
  }

  private static Verification of(Json.Obj values) {
    return new Verification(
        Count.of(values, "format"), Count.of(values, "execution"), Count.of(values, "meaning"));
  }

  private static Json.Obj member(Json json, String name) {
    return json instanceof Json.Obj object && object.get(name) instanceof Json.Obj member
        ? member
        : Json.Obj.EMPTY;
  }
}
