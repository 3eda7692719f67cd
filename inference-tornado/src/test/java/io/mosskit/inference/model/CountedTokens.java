package io.mosskit.inference.model;

/// The cache of a backend without a model: it counts tokens.
public final class CountedTokens implements KvCache {

  private int length;

  /// Counts more of them.
  public void add(int tokens) {
    length += tokens;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void truncate(int newLength) {
    length = newLength;
  }

  @Override
  public void close() {}
}
