package io.mosskit.inference.model;

/// Takes last hidden states as they are computed.
@FunctionalInterface
public interface HiddenReader {

  /// Takes the state at one position.
  ///
  /// @param chunk the index of the chunk
  /// @param position the index in the whole sequence of the token that the state is of
  /// @param state `n_embd` numbers, valid during the call only
  void accept(int chunk, int position, float[] state);
}
