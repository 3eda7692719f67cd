package io.mosskit.inference.model;

/// The keys and values of a sequence, held by the backend that made it.
public interface KvCache extends AutoCloseable {

  /// How many tokens the sequence has so far.
  int length();

  /// Forgets the tokens from a position on, so that the sequence may go on differently.
  ///
  /// @param length how many tokens remain, from 0 to [#length()]
  void truncate(int length);

  /// Gives its memory back.
  @Override
  void close();
}
