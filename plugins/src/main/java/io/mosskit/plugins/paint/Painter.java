package io.mosskit.plugins.paint;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.exact.Refusal;

/// Makes the picture of a description.
sealed interface Painter permits PlaceholderPainter, RemotePainter {

  /// Changes whenever the picture of any description may.
  String version();

  /// What it makes, for a list of plugins.
  String summary();

  /// The picture of a description that is sound by [Descriptions].
  Picture paint(String description, Limits limits) throws Refusal;
}
