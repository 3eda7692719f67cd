package io.mosskit.plugins.paint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// As many numbers as a picture needs, made of a text by SHA-256 of the text's own hash and a
/// counter. They are the same everywhere and at all times.
final class HashStream {

  private final byte[] seed;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private long counter;

  HashStream(String text) {
    seed = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The next number, from 0 up to the bound, which is less than 2¹⁵. Small numbers are a little
  /// likelier than large ones: by one in a hundred for a bound of 655.
  int below(int bound) {
    if (!block.hasRemaining()) {
      ByteBuffer counted = ByteBuffer.allocate(seed.length + Long.BYTES);
      block = ByteBuffer.wrap(Sha256.of(counted.put(seed).putLong(counter++).array()));
    }
    return Short.toUnsignedInt(block.getShort()) % bound;
  }

  /// The next number from the first to the last of a range.
  int between(int first, int last) {
    return first + below(last - first + 1);
  }
}
