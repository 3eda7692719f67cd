package io.mosskit.curation.duplicate;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// How sketches lie in a file; all numbers little-endian, everything at multiples of eight bytes.
///
/// | part | bytes |
/// |---|---|
/// | head | the magic number, version of this layout (4), version of the signatures (4) |
/// | a record each | fingerprint (8), quality (8), length (4), source (4), shingles n (4), bytes of the id (4), the n hashes ascending (8 each), the id in UTF-8, zeros up to a multiple of 8 |
/// | sources | how many (4); for each the bytes of its name (4) and the name in UTF-8; zeros up to a multiple of 8 |
/// | tail | records (8), number of all hashes (8), where the sources begin (8), CRC-32C of all that comes before it (8), the magic number of the end (8) |
///
/// The tail is written last: a file without it was cut off.
final class SketchFormat {

  static final long MAGIC = 0x3130484354454B53L; // "SKETCH01" as bytes
  static final long MAGIC_END = 0x30314843544B5345L;
  static final int LAYOUT = 1;

  static final int HEAD_BYTES = 16;
  static final int TAIL_BYTES = 40;

  /// What a record has before its hashes.
  static final int FIXED_BYTES = 32;

  static final int FINGERPRINT = 0;
  static final int QUALITY = 8;
  static final int LENGTH = 16;
  static final int SOURCE = 20;
  static final int SHINGLES = 24;
  static final int ID_BYTES = 28;

  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private SketchFormat() {}

  /// The bytes of a record.
  static long recordBytes(int shingles, int idBytes) {
    return FIXED_BYTES + 8L * shingles + padded(idBytes);
  }

  /// The next multiple of eight.
  static int padded(int bytes) {
    return (bytes + 7) & ~7;
  }
}
