package io.mosskit.curation.neighbour;

import java.io.IOException;

/// An index of curated records cannot answer what is asked, or take what is added: it was made with
/// another key, other signatures or for higher thresholds. The message says what to do.
public final class IndexMismatchException extends IOException {
  private static final long serialVersionUID = 1L;

  IndexMismatchException(String message) {
    super(message);
  }
}
