package io.mosskit.plugins.paint;

import io.mosskit.schema.lineage.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bytes of a file that holds a picture.
final class Picture {

  private static final int NAME_DIGITS = 32;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.(?:png|jpg|webp)");

  private final byte[] bytes;
  private final Artifact artifact;

  Picture(byte[] bytes, Format format) {
    this.bytes = bytes.clone();
    String hash = Sha256.hex(bytes);
    this.artifact = new Artifact(hash.substring(0, NAME_DIGITS) + "." + format.ending, hash);
  }

  /// A file format, by what its files begin with.
  enum Format {
    PNG("png", 0, "\u0089PNG\r\n\u001A\n"),
    JPEG("jpg", 0, "\u00FF\u00D8\u00FF"),
    WEBP("webp", 8, "WEBP");

    private final String ending;
    private final int at;
    private final String magic;

    Format(String ending, int at, String magic) {
      this.ending = ending;
      this.at = at;
      this.magic = magic;
    }

    private boolean begins(byte[] bytes) {
      byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
      int end = at + expected.length;
      return bytes.length > end && Arrays.equals(expected, 0, expected.length, bytes, at, end);
    }
  }

  /// The picture that these bytes are by their first ones, empty where they are none.
  static Optional<Picture> of(byte[] bytes) {
    return Arrays.stream(Format.values())
        .filter(format -> format.begins(bytes))
        .findFirst()
        .map(format -> new Picture(bytes, format));
  }

  /// Whether a file of pictures can bear this name.
  static boolean isName(String file) {
    return NAME.matcher(file).matches();
  }

  /// Name and hash. The name is the beginning of the hash and what the format is called.
  Artifact artifact() {
    return artifact;
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
