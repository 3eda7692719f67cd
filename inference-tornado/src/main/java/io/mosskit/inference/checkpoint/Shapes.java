package io.mosskit.inference.checkpoint;

import java.util.List;

/// Checks the shapes that files state, before anything is reckoned with them.
final class Shapes {

  /// More dimensions than any tensor of a language model has.
  private static final int MOST_DIMENSIONS = 8;

  private Shapes() {}

  /// How many bytes a tensor of that type and shape takes.
  static long bytes(MappedFile file, String what, ElementType type, List<Long> shape)
      throws CheckpointException {
    if (shape.size() > MOST_DIMENSIONS) {
      throw file.problem(
          "%s has %d dimensions, but %d are the most"
              .formatted(what, shape.size(), MOST_DIMENSIONS));
    }
    for (long dimension : shape) {
      if (dimension < 0) {
        throw file.problem("%s has the shape %s, which is negative".formatted(what, shape));
      }
    }
    try {
      return Math.multiplyExact(Tensor.elements(shape), type.bytes());
    } catch (ArithmeticException _) {
      throw file.problem("%s has the shape %s, which no file holds".formatted(what, shape));
    }
  }
}
