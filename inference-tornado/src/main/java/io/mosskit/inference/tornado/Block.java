package io.mosskit.inference.tornado;

/// How the numbers lie that go to the device with every block of rows. A row is a token of some
/// sequence; a block has room for a fixed number of them.
///
/// In the array: how many rows there are; of each its position; of each its token id; of each the
/// numbers of the pages that hold its sequence. Kernels get the array and compute the places
/// themselves, since what is passed to a kernel as a number becomes a constant of it.
///
/// @param rows the most rows
/// @param pages the most pages of a sequence
record Block(int rows, int pages) {

  /// Positions of a page.
  static final int PAGE = 64;

  /// Where the number of rows stands.
  static final int COUNT = 0;

  /// Where the positions begin.
  static final int POSITIONS = 1;

  int ids() {
    return POSITIONS + rows;
  }

  int pageNumbers(int row) {
    return POSITIONS + 2 * rows + row * pages;
  }

  int size() {
    return pageNumbers(rows);
  }

  /// How many positions the longest sequence takes, to whole pages.
  int positions() {
    return pages * PAGE;
  }
}
