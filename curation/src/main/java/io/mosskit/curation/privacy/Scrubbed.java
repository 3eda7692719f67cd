package io.mosskit.curation.privacy;

import io.mosskit.schema.Conversation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A dialogue after scrubbing.
///
/// @param conversation the dialogue with placeholders; the one that came in where nothing was found
/// @param findings what was replaced: meta instruction, then turn by turn, then further members
public record Scrubbed(Conversation conversation, List<Finding> findings) {

  public Scrubbed {
    findings = List.copyOf(findings);
  }

  /// How many findings there are of each kind that was found, in the order of [Kind].
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
    return counts;
  }
}
