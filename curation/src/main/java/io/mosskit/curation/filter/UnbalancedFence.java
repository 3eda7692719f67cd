package io.mosskit.curation.filter;

import org.jspecify.annotations.Nullable;

/// Finds replies with an odd number of code fences: a block that nothing closes is most often a
/// reply that was cut off.
final class UnbalancedFence {

  private static final String FENCE = "```";
  private static final int SHOWN = 40;

  private UnbalancedFence() {}

  /// The words that show it, null where none do.
  static @Nullable String sign(String reply) {
    boolean open = false;
    int from = 0;
    for (int at = reply.indexOf(FENCE); at >= 0; at = reply.indexOf(FENCE, from)) {
      open = !open;
      from = at + FENCE.length();
    }
    return open ? Flagged.end(reply.strip(), SHOWN) : null;
  }
}
