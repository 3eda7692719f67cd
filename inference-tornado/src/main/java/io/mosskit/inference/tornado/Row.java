package io.mosskit.inference.tornado;

import io.mosskit.inference.model.Chunk;
import java.util.ArrayList;
import java.util.List;

/// A token that goes through the layers.
///
/// @param chunk the index of its chunk
/// @param position in its sequence
/// @param wanted whether its logits are
record Row(int chunk, DeviceCache cache, int position, int id, boolean wanted) {

  /// The tokens of some chunks, in their order.
  static List<Row> of(List<Chunk> chunks) {
    List<Row> rows = new ArrayList<>();
    for (int chunk = 0; chunk < chunks.size(); chunk++) {
      Chunk each = chunks.get(chunk);
      DeviceCache cache = (DeviceCache) each.cache();
      int[] ids = each.ids();
      for (int i = 0; i < ids.length; i++) {
        boolean wanted =
            switch (each.wanted()) {
              case NONE -> false;
              case LAST -> i == ids.length - 1;
              case ALL -> true;
            };
        rows.add(new Row(chunk, cache, cache.length() + i, ids[i], wanted));
      }
    }
    return rows;
  }
}
