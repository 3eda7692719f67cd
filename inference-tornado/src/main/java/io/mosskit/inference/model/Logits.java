package io.mosskit.inference.model;

/// The logits at one position, still where they were computed. A backend on a device answers each
/// question there and brings only the answer back.
public interface Logits {

  /// How many there are: the rows of the output layer.
  int size();

  /// Copies all of them.
  ///
  /// @param into at least [#size()] long
  void copyTo(float[] into);

  /// ln p(id), under the softmax over all of them.
  float logProbability(int id);

  /// The largest of them, in falling order; of equal ones the smaller id first.
  ///
  /// @param ids filled with the ids; its length says how many are wanted
  /// @param values filled with their logits; as long as `ids`
  void top(int[] ids, float[] values);
}
