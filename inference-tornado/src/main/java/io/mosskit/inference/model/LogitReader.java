package io.mosskit.inference.model;

/// Takes logits as they are computed.
@FunctionalInterface
public interface LogitReader {

  /// Takes the logits at one position.
  ///
  /// @param chunk the index of the chunk
  /// @param position the index in the whole sequence of the token that the next one follows
  /// @param logits valid during the call only
  void accept(int chunk, int position, Logits logits);
}
