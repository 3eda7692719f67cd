package io.mosskit.curation;

import java.io.Serial;

/// One cluster of duplicates takes up more of a file than the plan allows. Nothing was written; the
/// work that was done stays and counts for a run with another threshold or another bound.
public final class SwallowedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  SwallowedException(String found) {
    super(found);
  }
}
