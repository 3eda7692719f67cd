package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.MossConfig;

/// Where the query, the key and the value of a head lie among the outputs of `qkv_proj`: in four
/// shards, each of them all its queries, then all its values, then all its keys. Source: MOSS
/// reference, section C.3, step 3.
///
/// @param headSize the dimensions of a head
/// @param headsPerShard how many heads a shard holds
public record HeadLayout(int headSize, int headsPerShard) {

  /// The layout of a model.
  public static HeadLayout of(MossConfig config) {
    return new HeadLayout(config.headSize(), config.nHead() / MossConfig.SHARDS);
  }

  /// The first output of a head's query.
  public int query(int head) {
    return at(head, 0);
  }

  /// The first output of a head's value.
  public int value(int head) {
    return at(head, 1);
  }

  /// The first output of a head's key.
  public int key(int head) {
    return at(head, 2);
  }

  private int at(int head, int part) {
    int shard = head / headsPerShard;
    return ((3 * shard + part) * headsPerShard + head % headsPerShard) * headSize;
  }
}
