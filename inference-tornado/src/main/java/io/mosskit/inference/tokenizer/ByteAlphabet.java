package io.mosskit.inference.tokenizer;

import java.util.Arrays;

/// The 256 characters with which vocabulary files spell bytes: GPT-2's own, in which printable
/// bytes stand for themselves and the others are shifted past U+0100 (`Ġ` is a blank, `Ċ` a
/// newline).
final class ByteAlphabet {

  /// The bytes in the order of their token ids: the printable ones, then the others.
  private static final int[] BYTES = new int[256];

  /// The character of each byte.
  private static final char[] CHARACTERS = new char[256];

  private static final int PRINTABLE = 188;

  private static final int[] BYTE_OF_CHARACTER = new int[0x100 + 256 - PRINTABLE];

  static {
    Arrays.fill(BYTE_OF_CHARACTER, -1);
    int printable = 0;
    int shifted = PRINTABLE;
    for (int b = 0; b < 256; b++) {
      boolean prints = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xFF && b != 0xAD);
      CHARACTERS[b] = prints ? (char) b : (char) (0x100 + shifted - PRINTABLE);
      BYTE_OF_CHARACTER[CHARACTERS[b]] = b;
      BYTES[prints ? printable++ : shifted++] = b;
    }
  }

  private ByteAlphabet() {}

  /// The spelling of the byte whose token comes `rank`-th in the vocabulary, 0 to 255.
  static String tokenAt(int rank) {
    return tokenOf(BYTES[rank]);
  }

  /// The spelling of a byte, 0 to 255.
  static String tokenOf(int b) {
    return String.valueOf(CHARACTERS[b]);
  }

  /// Whether every character of `token` stands for a byte.
  static boolean spells(String token) {
    return token.chars().allMatch(c -> byteOf(c) >= 0);
  }

  /// The bytes that `token` spells.
  static byte[] bytesOf(String token) {
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) byteOf(token.charAt(i));
    }
    return bytes;
  }

  private static int byteOf(int character) {
    return character < BYTE_OF_CHARACTER.length ? BYTE_OF_CHARACTER[character] : -1;
  }
}
