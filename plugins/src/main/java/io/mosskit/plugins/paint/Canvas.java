package io.mosskit.plugins.paint;

/// A square of pixels, each the number of a colour. What is drawn later lies above.
final class Canvas {

  /// Pixels on each side.
  static final int SIDE = 512;

  private final byte[] pixels = new byte[SIDE * SIDE];

  /// Some of the pixels of the plane.
  @FunctionalInterface
  interface Shape {
    /// Whether a pixel belongs to it.
    ///
    /// @param x from the left
    /// @param y from above
    boolean contains(int x, int y);
  }

  void fill(Shape shape, int colour) {
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (shape.contains(x, y)) {
          pixels[y * SIDE + x] = (byte) colour;
        }
      }
    }
  }

  /// The pixels from left to right, the rows from above to below.
  byte[] pixels() {
    return pixels.clone();
  }
}
