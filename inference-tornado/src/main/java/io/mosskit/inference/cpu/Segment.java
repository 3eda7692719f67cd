package io.mosskit.inference.cpu;

/// Consecutive tokens of one sequence that go through the layers in one block.
///
/// @param cache of the sequence
/// @param position of the first of them
/// @param row the first of their rows in the block
/// @param rows how many they are
record Segment(PagedCache cache, int position, int row, int rows) {

  /// How many tokens the last of them sees, itself included.
  int end() {
    return position + rows;
  }
}
