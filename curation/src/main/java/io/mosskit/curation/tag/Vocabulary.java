package io.mosskit.curation.tag;

import java.util.Arrays;

/// The features that a model knows: by a 32-bit hash of each, ascending, its number and its inverse
/// document frequency. Two features with one hash are one feature; among 100,000 that happens to
/// about one pair.
final class Vocabulary {

  private static final int ABSENT = -1;

  private final int[] hashes;
  private final float[] inverseFrequencies;
  private final int[] slots;

  /// @param hashes ascending and distinct
  /// @param inverseFrequencies of the same length
  Vocabulary(int[] hashes, float[] inverseFrequencies) {
    this.hashes = hashes;
    this.inverseFrequencies = inverseFrequencies;
    this.slots = new int[Integer.highestOneBit(Math.max(8, hashes.length)) << 2];
    Arrays.fill(slots, ABSENT);
    for (int i = 0; i < hashes.length; i++) {
      int slot = hashes[i] & (slots.length - 1);
      while (slots[slot] != ABSENT) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
  }

  /// The number of a feature, negative where it is not known.
  int number(int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != ABSENT && hashes[slots[slot]] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot];
  }

  int size() {
    return hashes.length;
  }

  int hash(int number) {
    return hashes[number];
  }

  float inverseFrequency(int number) {
    return inverseFrequencies[number];
  }

  /// The hash of a term of a field, the same for ever: models are made of it.
  static int hash(char field, CharSequence term) {
    int hash = field;
    for (int i = 0; i < term.length(); i++) {
      hash = hash * 0x9E3779B1 + term.charAt(i);
    }
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }
}
