package io.mosskit.curation.contamination;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Locale;

/// What became of a dialogue that was held against evaluation sets.
///
/// @param conversation the dialogue, masked or marked where that is the outcome
/// @param overlaps what was found in it as it came in
/// @param suspects shorter stretches, which decide nothing
public record Decontaminated(
    Conversation conversation, Outcome outcome, List<Overlap> overlaps, List<Overlap> suspects) {

  /// The name of the stage in verdicts and rejections.
  public static final String STAGE = "contamination";

  /// The reason in rejections.
  public static final String REASON = "contaminated";

  private static final int SHOWN = 60;

  /// What can become of a dialogue.
  public enum Outcome {
    /// Nothing was found in it.
    CLEAN,
    /// It stays, and says what was found in it.
    TAGGED,
    /// It stays without what was found in it.
    MASKED,
    /// It is to be rejected.
    DROPPED;

    /// The name in reports: `clean`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Decontaminated {
    overlaps = List.copyOf(overlaps);
    suspects = List.copyOf(suspects);
  }

  /// One sentence for people about what was found.
  ///
  /// @throws IllegalStateException if nothing was
  public String detail() {
    if (overlaps.isEmpty()) {
      throw new IllegalStateException("a clean dialogue has nothing to tell");
    }
    Overlap longest = overlaps.getFirst();
    for (Overlap overlap : overlaps) {
      longest = overlap.units() > longest.units() ? overlap : longest;
    }
    String text = longest.text();
    return "%s of turn %d shares %d units with item %s of %s: \"%s\"%s"
        .formatted(
            longest.field().key(),
            longest.turn(),
            longest.units(),
            longest.item(),
            longest.set(),
            text.length() <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "…",
            overlaps.size() == 1 ? "" : ", and " + (overlaps.size() - 1) + " stretches more");
  }

  /// The same for programs: each stretch with its place.
  public Json.Obj values() {
    return Json.object()
        .put("overlaps", Json.of(overlaps.stream().map(Overlap::json).toList()))
        .build();
  }
}
