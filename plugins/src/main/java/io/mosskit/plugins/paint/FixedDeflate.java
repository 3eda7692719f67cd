package io.mosskit.plugins.paint;

import java.io.ByteArrayOutputStream;

/// Deflates (RFC 1951) the rows of a flat picture: one block of fixed Huffman codes, in which a run
/// repeats the byte before it or what stands above it in the row before. That is nearly all that
/// such a picture repeats.
final class FixedDeflate {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 258;
  private static final int END_OF_BLOCK = 256;
  private static final int DISTANCE_BITS = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int held;
  private int heldBits;

  private FixedDeflate() {}

  /// The deflated form of these bytes.
  ///
  /// @param rowLength how far back the row before lies
  static byte[] of(byte[] bytes, int rowLength) {
    FixedDeflate deflate = new FixedDeflate();
    deflate.write(0b011, 3); // the last block, with fixed codes
    for (int at = 0; at < bytes.length; ) {
      int run = repeated(bytes, at, 1);
      int above = repeated(bytes, at, rowLength);
      int longest = Math.max(run, above);
      if (longest < SHORTEST) {
        deflate.writeSymbol(Byte.toUnsignedInt(bytes[at]));
        at++;
      } else {
        deflate.writeLength(longest);
        deflate.writeDistance(run == longest ? 1 : rowLength);
        at += longest;
      }
    }
    deflate.writeSymbol(END_OF_BLOCK);
    deflate.write(0, Byte.SIZE - 1); // fills the last byte
    return deflate.out.toByteArray();
  }

  /// How many bytes from here on are those that stand so far before them.
  private static int repeated(byte[] bytes, int at, int distance) {
    int length = 0;
    while (at >= distance
        && length < LONGEST
        && at + length < bytes.length
        && bytes[at + length] == bytes[at + length - distance]) {
      length++;
    }
    return length;
  }

  /// A literal byte, the end or the class of a length. Source: RFC 1951, section 3.2.6.
  private void writeSymbol(int symbol) {
    if (symbol < 144) {
      writeCode(0b0011_0000 + symbol, 8);
    } else if (symbol < 256) {
      writeCode(0b1_1001_0000 + symbol - 144, 9);
    } else if (symbol < 280) {
      writeCode(symbol - 256, 7);
    } else {
      writeCode(0b1100_0000 + symbol - 280, 8);
    }
  }

  /// From 3 on, four classes of one length each, then four of two, four of four … Source: RFC 1951,
  /// section 3.2.5.
  private void writeLength(int length) {
    if (length == LONGEST) {
      writeSymbol(285);
      return;
    }
    int from3 = length - SHORTEST;
    int extra = extraBits(from3, 4);
    writeSymbol(257 + 4 * extra + (from3 >> extra));
    write(from3, extra);
  }

  /// The same from 1 on, with two classes of each size.
  private void writeDistance(int distance) {
    int from1 = distance - 1;
    int extra = extraBits(from1, 2);
    writeCode(2 * extra + (from1 >> extra), DISTANCE_BITS);
    write(from1, extra);
  }

  /// How many bits of a number its class leaves open, where each size has so many classes.
  private static int extraBits(int number, int classes) {
    int extra = 0;
    while (number >> extra >= 2 * classes) {
      extra++;
    }
    return extra;
  }

  /// Codes begin with their highest bit, all other numbers with their lowest.
  private void writeCode(int code, int bits) {
    write(Integer.reverse(code) >>> (Integer.SIZE - bits), bits);
  }

  /// The lowest bits of a number.
  private void write(int number, int bits) {
    held |= (number & ((1 << bits) - 1)) << heldBits;
    heldBits += bits;
    while (heldBits >= Byte.SIZE) {
      out.write(held);
      held >>>= Byte.SIZE;
      heldBits -= Byte.SIZE;
    }
  }
}
