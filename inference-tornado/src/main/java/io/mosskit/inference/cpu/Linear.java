package io.mosskit.inference.cpu;

import io.mosskit.inference.model.Projection;

/// A linear layer ready to be computed, y = x Wᵀ + bias, a range of outputs at a time.
sealed interface Linear permits DenseLinear, PackedLinear, PermutedLinear {

  /// How many outputs there are.
  int outputs();

  /// How many outputs one task should compute, when `rows` rows of x are multiplied.
  int grain(int rows);

  /// Computes some outputs for some rows. Each is the same bits whatever the range and the rows.
  ///
  /// @param x the rows, padded with zeros to whole vectors
  /// @param xFrom where the first of them begins
  /// @param xStride from one row to the next
  /// @param y written at `from` to `to` of each row
  /// @param yStride likewise
  /// @param scratch of the thread that calls
  void apply(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] y,
      int yStride,
      int from,
      int to,
      Scratch scratch);

  /// The layer that computes a projection.
  static Linear of(Projection projection) {
    return switch (projection) {
      case Projection.Dense dense -> new DenseLinear(dense);
      case Projection.Packed packed ->
          new PackedWeights(packed).groupsLieTogether()
              ? new PackedLinear(packed)
              : new PermutedLinear(packed);
    };
  }
}
