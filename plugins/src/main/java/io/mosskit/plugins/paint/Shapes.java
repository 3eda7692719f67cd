package io.mosskit.plugins.paint;

import io.mosskit.plugins.paint.Canvas.Shape;

/// The shapes of a placeholder, in whole numbers: what no machine rounds, no machine rounds
/// otherwise.
final class Shapes {

  private Shapes() {}

  static Shape disc(int centreX, int centreY, int radius) {
    return (x, y) -> square(x - centreX) + square(y - centreY) <= square(radius);
  }

  static Shape ring(int centreX, int centreY, int radius, int width) {
    Shape inner = disc(centreX, centreY, radius - width);
    Shape outer = disc(centreX, centreY, radius);
    return (x, y) -> outer.contains(x, y) && !inner.contains(x, y);
  }

  static Shape box(int left, int top, int width, int height) {
    return (x, y) -> x >= left && x < left + width && y >= top && y < top + height;
  }

  /// A square that stands on a corner.
  static Shape diamond(int centreX, int centreY, int radius) {
    return (x, y) -> Math.abs(x - centreX) + Math.abs(y - centreY) <= radius;
  }

  /// A triangle as high as half its base, pointing up.
  static Shape hill(int peakX, int peakY, int height) {
    return (x, y) -> y >= peakY && y < peakY + height && Math.abs(x - peakX) <= y - peakY;
  }

  /// Stripes across the whole plane, as wide as the gaps between them.
  ///
  /// @param slopeX how far they turn with x: 0 lies flat, 1 leans
  /// @param slopeY how far they turn with y: 0 stands upright
  static Shape stripes(int slopeX, int slopeY, int width) {
    return (x, y) -> Math.floorDiv(slopeX * x + slopeY * y, width) % 2 == 0;
  }

  static Shape checks(int width) {
    return (x, y) -> (x / width + y / width) % 2 == 0;
  }

  /// Dots in rows and columns.
  static Shape dots(int distance, int radius) {
    Shape dot = disc(distance / 2, distance / 2, radius);
    return (x, y) -> dot.contains(x % distance, y % distance);
  }

  private static int square(int number) {
    return number * number;
  }
}
