package io.mosskit.curation.privacy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is to be scrubbed, and how.
///
/// @param kinds what is replaced
/// @param allowed what stays all the same
/// @param salt the key of the hashes in placeholders, which then are the same in the whole corpus;
///   empty for placeholders that are numbered in each dialogue
public record ScrubPlan(Set<Kind> kinds, AllowList allowed, Optional<Salt> salt) {

  public ScrubPlan {
    kinds = Set.copyOf(kinds);
  }

  /// All kinds, nothing allowed, placeholders numbered.
  public static ScrubPlan standard() {
    return new ScrubPlan(EnumSet.allOf(Kind.class), AllowList.NONE, Optional.empty());
  }

  public ScrubPlan withKinds(Set<Kind> newKinds) {
    return new ScrubPlan(newKinds, allowed, salt);
  }

  public ScrubPlan withAllowed(AllowList list) {
    return new ScrubPlan(kinds, list, salt);
  }

  public ScrubPlan withSalt(Salt key) {
    return new ScrubPlan(kinds, allowed, Optional.of(key));
  }

  /// The kinds in their order.
  public List<Kind> kindsInOrder() {
    return Arrays.stream(Kind.values()).filter(kinds::contains).toList();
  }
}
