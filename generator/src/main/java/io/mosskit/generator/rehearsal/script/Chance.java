package io.mosskit.generator.rehearsal.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/// Chance that is none: numbers drawn from a seed and a text, the same ones for ever.
public final class Chance {

  private Chance() {}

  /// A generator for one purpose. Different purposes draw independently of one another.
  public static SplittableRandom of(long seed, String purpose, String text) {
    return new SplittableRandom(ByteBuffer.wrap(digest(seed, purpose, text)).getLong());
  }

  /// A name of 24 hexadecimal digits for a text.
  public static String name(long seed, String purpose, String text) {
    return HexFormat.of().formatHex(digest(seed, purpose, text), 0, 12);
  }

  private static byte[] digest(long seed, String purpose, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
      sha.update(purpose.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
