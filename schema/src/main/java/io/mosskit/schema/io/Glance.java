package io.mosskit.schema.io;

/// What a quick look at a record shows.
public sealed interface Glance {

  /// A dialogue without plugins in the published layout, which breaks no rule of the format. It was
  /// not built: nothing more is known of it.
  ///
  /// @param turns how many turns it has
  record Clean(Origin origin, int turns) implements Glance {}

  /// Any other record.
  record Whole(Entry entry) implements Glance {}
}
