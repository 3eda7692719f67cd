package io.mosskit.generator.chance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Ids that anybody can compute again: SHA-256 over the parts that make a thing what it is.
public final class Ids {

  private Ids() {}

  /// The prefix, a hyphen, and the first 16 hexadecimal digits of the hash of the parts.
  public static String of(String prefix, Object... parts) {
    return prefix + "-" + HexFormat.of().formatHex(hash(parts), 0, 8);
  }

  /// All 64 hexadecimal digits of the hash of the parts.
  public static String sha256(Object... parts) {
    return HexFormat.of().formatHex(hash(parts));
  }

  /// Each part goes in behind its length, so that no two lists of parts read the same.
  static byte[] hash(Object... parts) {
    MessageDigest digest = digest();
    for (Object part : parts) {
      byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /// The first eight bytes of the hash of the parts, as a number.
  static long bits(Object... parts) {
    long bits = 0;
    for (byte b : Arrays.copyOf(hash(parts), Long.BYTES)) {
      bits = bits << Byte.SIZE | (b & 0xFF);
    }
    return bits;
  }
}
