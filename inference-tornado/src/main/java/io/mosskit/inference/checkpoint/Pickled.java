package io.mosskit.inference.checkpoint;

import java.util.List;
import java.util.Map;

/// A value that a pickle of tensors may hold. There is none that does anything.
sealed interface Pickled {

  /// What a message calls it.
  default String kind() {
    return switch (this) {
      case Text _ -> "a string";
      case Whole _ -> "an integer";
      case Truth _ -> "a boolean";
      case None _ -> "None";
      case Mark _ -> "a mark";
      case Tuple _ -> "a tuple";
      case Dict _ -> "a dictionary";
      case Callee callee -> "the function " + callee.name();
      case StorageType _ -> "a type of storage";
      case Storage _ -> "a storage";
      case View _ -> "a tensor";
    };
  }

  record Text(String value) implements Pickled {}

  record Whole(long value) implements Pickled {}

  record Truth(boolean value) implements Pickled {}

  record None() implements Pickled {}

  /// Where the elements of a tuple or the members of a dictionary begin on the stack.
  record Mark() implements Pickled {}

  record Tuple(List<Pickled> elements) implements Pickled {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /// Filled while the pickle is read.
  record Dict(Map<String, Pickled> members) implements Pickled {}

  /// A function whose meaning the reader knows. It is never looked up, let alone run.
  enum Callee implements Pickled {
    ORDERED_DICT,
    REBUILD_TENSOR,
    REBUILD_PARAMETER
  }

  record StorageType(ElementType elements) implements Pickled {}

  /// An entry of the archive: `data/KEY`.
  record Storage(ElementType type, String key, long elements) implements Pickled {}

  /// A tensor: elements of a storage from an offset on.
  record View(Storage storage, long offset, List<Long> shape, List<Long> strides)
      implements Pickled {}
}
