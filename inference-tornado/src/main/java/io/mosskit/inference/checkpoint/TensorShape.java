package io.mosskit.inference.checkpoint;

import java.util.List;
import java.util.Optional;

/// What a model demands of one of its tensors.
///
/// @param name as the published checkpoints spell it
/// @param content what its elements are
/// @param shape the dimensions, the slowest first
public record TensorShape(String name, Content content, List<Long> shape) {

  /// What the elements of a tensor are.
  public enum Content {
    /// The matrix of a linear layer or the embedding.
    MATRIX,
    /// A bias, or the weights or biases of LayerNorm.
    VECTOR,
    /// Codes or zeros, packed into 32-bit words.
    PACKED,
    /// The scale of each group and output.
    SCALES,
    /// The group of each input.
    GROUPS;

    /// The types that the elements may have.
    public List<ElementType> types() {
      return switch (this) {
        case MATRIX, VECTOR -> List.of(ElementType.F32, ElementType.F16, ElementType.BF16);
        case PACKED, GROUPS -> List.of(ElementType.I32);
        case SCALES -> List.of(ElementType.F16, ElementType.F32);
      };
    }
  }

  public TensorShape {
    shape = List.copyOf(shape);
  }

  /// How many elements there are.
  public long elements() {
    return Tensor.elements(shape);
  }

  /// What is wrong with the tensor that a checkpoint has under this name, in a sentence; empty
  /// where it is as it must be.
  Optional<String> problem(Checkpoint checkpoint) {
    Optional<Tensor> found = checkpoint.tensor(name);
    if (found.isEmpty()) {
      return Optional.of("tensor %s %s is missing".formatted(name, shape));
    }
    Tensor tensor = found.get();
    if (!tensor.shape().equals(shape)) {
      return Optional.of(
          "tensor %s has the shape %s, but config.json makes it %s"
              .formatted(name, tensor.shape(), shape));
    }
    if (!content.types().contains(tensor.type())) {
      return Optional.of(
          "tensor %s is of type %s, but must be of %s"
              .formatted(name, tensor.type(), content.types()));
    }
    return Optional.empty();
  }
}
