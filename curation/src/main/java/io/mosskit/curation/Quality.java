package io.mosskit.curation;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;

/// The score by which the better of two duplicates is told: a number in what stands beside a
/// dialogue.
final class Quality {

  /// That of records without a score: less than any other.
  static final double NONE = -Double.MAX_VALUE;

  private Quality() {}

  /// The number at a path of member names below `mosskit`, such as `scores.quality`; a text that is
  /// a number counts as none.
  static double of(Conversation conversation, String path) {
    Json here = conversation.mosskit();
    for (String name : path.split("\\.")) {
      if (!(here instanceof Json.Obj object) || object.get(name) == null) {
        return NONE;
      }
      here = object.get(name);
    }
    return here instanceof Json.Num number && Double.isFinite(number.doubleValue())
        ? number.doubleValue()
        : NONE;
  }
}
