package io.mosskit.inference.tokenizer;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What a tokenizer knows, checked and indexed: every id from 0 to `size - 1` has one token, every
/// byte has one, and every merge joins two tokens to a third. Immutable.
final class Vocabulary {

  private final Map<String, Integer> ids;
  private final byte[][] bytes;
  private final BitSet apart;
  private final BitSet special;
  private final List<AddedToken> cutOut;
  private final MergeTable merges;

  /// @param ids the id of every token as its file spells it
  /// @param bytes the bytes of every token by id
  /// @param apart the ids of the tokens of `added_tokens.json`, which decode as pieces of their own
  /// @param cutOut the tokens that are cut out of a text before it is encoded
  Vocabulary(
      Map<String, Integer> ids,
      byte[][] bytes,
      BitSet apart,
      List<AddedToken> cutOut,
      MergeTable merges) {
    this.ids = Map.copyOf(ids);
    this.bytes = bytes;
    this.apart = apart;
    this.cutOut = List.copyOf(cutOut);
    this.merges = merges;
    special = new BitSet();
    cutOut.stream().filter(AddedToken::isSpecial).forEach(token -> special.set(token.id()));
  }

  int size() {
    return bytes.length;
  }

  OptionalInt idOf(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /// The bytes of a token, not to be changed.
  byte[] bytes(int id) {
    if (id < 0 || id >= bytes.length) {
      throw new IllegalArgumentException(
          "token id %d is not in the vocabulary, whose ids are 0 to %d"
              .formatted(id, bytes.length - 1));
    }
    return bytes[id];
  }

  boolean standsApart(int id) {
    return apart.get(id);
  }

  boolean isSpecial(int id) {
    return special.get(id);
  }

  AddedTokens addedTokens() {
    return new AddedTokens(cutOut);
  }

  BytePairEncoder bytePairEncoder() {
    int[] byteIds = new int[256];
    for (int b = 0; b < 256; b++) {
      byteIds[b] = idOf(ByteAlphabet.tokenOf(b)).orElseThrow();
    }
    return new BytePairEncoder(byteIds, merges);
  }
}
