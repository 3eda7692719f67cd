package io.mosskit.generator.store;

import java.time.Instant;
import java.util.List;

/// A batch whose answers are not here yet.
///
/// @param id our name for it, which the server keeps too
/// @param serverId the server's, empty where it is not known whether the server has the batch
/// @param preparedAt when it was written down
/// @param requests those without an outcome
public record OpenBatch(String id, String serverId, Instant preparedAt, List<BatchKey> requests) {

  public OpenBatch {
    requests = List.copyOf(requests);
  }
}
