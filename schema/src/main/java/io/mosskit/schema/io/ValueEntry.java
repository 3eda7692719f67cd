package io.mosskit.schema.io;

import io.mosskit.schema.json.Json;

/// One record of a file of any kind, as a reader found it: a JSON value, or the reason why there is
/// none.
public sealed interface ValueEntry {

  /// A record that is JSON.
  record Accepted(Json value, Origin origin) implements ValueEntry {}

  /// A record, or a stretch of a file, that is not.
  record Rejected(Rejection rejection) implements ValueEntry {}
}
