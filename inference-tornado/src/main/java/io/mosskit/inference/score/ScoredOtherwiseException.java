package io.mosskit.inference.score;

import java.io.IOException;
import java.nio.file.Path;

/// A folder holds scores by another model, of another backend or with other settings; going on
/// would mix them.
public final class ScoredOtherwiseException extends IOException {

  private static final long serialVersionUID = 1L;

  ScoredOtherwiseException(Path journal, String was, String is) {
    super(
        "%s holds scores made with %s, not with %s; score with the former (its backend: --backend), choose another folder, or delete the file to score anew"
            .formatted(journal, was, is));
  }
}
