package io.mosskit.curation.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key that turns secrets into hashes (HMAC-SHA-256, 48 bits of it). Whoever has the key can tell
/// whether a guessed number is in the corpus; without it nobody can. Prints as `Salt`.
public final class Salt {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 16;
  private static final int HASH_BYTES = 6;

  private final byte[] key;

  private Salt(byte[] key) {
    this.key = key;
  }

  /// A key from these bytes.
  ///
  /// @throws IllegalArgumentException for a key of fewer than 16 bytes, which can be guessed
  public static Salt of(byte[] key) {
    if (key.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "a salt of %d bytes can be guessed; it wants at least %d, as from `openssl rand -hex 32`"
              .formatted(key.length, LEAST_BYTES));
    }
    return new Salt(key.clone());
  }

  String hash(Kind kind, String identity) {
    return HexFormat.of().formatHex(mac(kind.label() + ":" + identity), 0, HASH_BYTES);
  }

  /// Tells this key from others and nothing else of it: the HMAC of a text that is no secret's.
  public String fingerprint() {
    return HexFormat.of().formatHex(mac("fingerprint"));
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "Salt";
  }
}
