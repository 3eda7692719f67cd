package io.mosskit.inference.model;

/// Tokens by which a sequence goes on.
///
/// @param cache the sequence before them; afterwards it holds them too
/// @param ids the tokens, at least one; read only, not copied
/// @param wanted the positions whose logits are wanted
public record Chunk(KvCache cache, int[] ids, Wanted wanted) {

  public Chunk {
    if (ids.length == 0) {
      throw new IllegalArgumentException("a chunk has no token; expected at least one");
    }
  }

  /// Which positions of a chunk the logits are computed at: of the output layer, the largest
  /// matrix, no row more than is needed.
  public enum Wanted {
    NONE,
    LAST,
    ALL
  }
}
