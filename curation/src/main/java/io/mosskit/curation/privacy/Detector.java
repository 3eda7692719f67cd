package io.mosskit.curation.privacy;

import java.util.function.Consumer;

/// Finds secrets of one family. Pure; time grows with the length of the text and no faster.
interface Detector {

  /// Shows what it finds, in any order.
  ///
  /// @param text as [Characters#fold] leaves it
  void find(String text, Consumer<Candidate> found);
}
