package io.mosskit.schema.io;

/// A text of a file of any kind, as a reader found it, or the reason why there is none.
public sealed interface TextEntry {

  /// A record that has what was asked for.
  ///
  /// @param score negative infinity where the record has none
  record Found(String id, String text, double score, Origin origin, RawRecord raw)
      implements TextEntry {}

  /// A record that has not, or cannot be read.
  record Rejected(Rejection rejection) implements TextEntry {}
}
