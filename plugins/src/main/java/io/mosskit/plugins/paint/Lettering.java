package io.mosskit.plugins.paint;

import io.mosskit.plugins.paint.Canvas.Shape;
import java.util.List;

/// The one word that a placeholder bears, in letters of our own: fonts differ between machines.
final class Lettering {

  /// `PLACEHOLDER`, seven rows of five pixels and a gap for each letter.
  private static final List<String> ROWS =
      List.of(
          "####. #.... .###. .###. ##### #...# .###. #.... ####. ##### ####.",
          "#...# #.... #...# #...# #.... #...# #...# #.... #...# #.... #...#",
          "#...# #.... #...# #.... #.... #...# #...# #.... #...# #.... #...#",
          "####. #.... ##### #.... ####. ##### #...# #.... #...# ####. ####.",
          "#.... #.... #...# #.... #.... #...# #...# #.... #...# #.... #.#..",
          "#.... #.... #...# #...# #.... #...# #...# #.... #...# #.... #..#.",
          "#.... ##### #...# .###. ##### #...# .###. ##### ####. ##### #...#");

  private Lettering() {}

  /// @param scale the sides of each pixel
  static int width(int scale) {
    return ROWS.getFirst().length() * scale;
  }

  /// @param scale the sides of each pixel
  static int height(int scale) {
    return ROWS.size() * scale;
  }

  /// The word as a shape, its upper left corner there.
  ///
  /// @param scale the sides of each pixel
  static Shape at(int left, int top, int scale) {
    return (x, y) ->
        x >= left
            && x < left + width(scale)
            && y >= top
            && y < top + height(scale)
            && ROWS.get((y - top) / scale).charAt((x - left) / scale) == '#';
  }
}
