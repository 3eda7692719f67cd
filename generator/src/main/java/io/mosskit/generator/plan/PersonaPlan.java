package io.mosskit.generator.plan;

import java.nio.file.Path;
import java.util.List;

/// Who writes prompts.
///
/// @param files of personas, one JSON object a line; may be none
/// @param share of the requests for prompts that name a persona, in [0, 1]
public record PersonaPlan(List<Path> files, double share) {

  /// Nobody in particular.
  public static final PersonaPlan NONE = new PersonaPlan(List.of(), 0);

  public PersonaPlan {
    files = List.copyOf(files);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("personas: 0 <= share %s <= 1".formatted(share));
    }
    if (share > 0 && files.isEmpty()) {
      throw new IllegalArgumentException("personas: a share, and no file of personas");
    }
  }
}
