package io.mosskit.plugins.paint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/// Writes a square picture of few colours as a PNG file (ISO/IEC 15948). Equal pictures are equal
/// bytes everywhere: the JDK's own writers hand the pixels to whatever zlib a machine has, and
/// zlibs differ in what they make of them.
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BITS = 8;
  private static final byte PALETTE = 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Png() {
    out.writeBytes(SIGNATURE);
  }

  /// @param side in pixels
  /// @param colours red, green and blue of each colour
  /// @param pixels the number of a colour for each, row by row
  /// @param texts what the file says of itself, by Latin keyword
  static byte[] of(int side, byte[] colours, byte[] pixels, SequencedMap<String, String> texts) {
    Png png = new Png();
    ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side).put(BITS).put(PALETTE);
    png.chunk("IHDR", header.array());
    png.chunk("PLTE", colours);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      png.chunk("iTXt", international(text.getKey(), text.getValue()));
    }
    png.chunk("IDAT", zlib(unfiltered(side, pixels), side + 1));
    png.chunk("IEND", new byte[0]);
    return png.out.toByteArray();
  }

  private void chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeBytes(number(data.length));
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(number((int) check.getValue()));
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  /// A text in UTF-8, which `tEXt` could not hold: keyword, not compressed, no language.
  private static byte[] international(String keyword, String text) {
    return (keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8);
  }

  /// The rows, each behind the number 0, which says that it stands as it is.
  private static byte[] unfiltered(int side, byte[] pixels) {
    ByteBuffer rows = ByteBuffer.allocate(pixels.length + side);
    for (int row = 0; row < side; row++) {
      rows.put((byte) 0).put(pixels, row * side, side);
    }
    return rows.array();
  }

  /// The zlib stream (RFC 1950) of these bytes.
  private static byte[] zlib(byte[] bytes, int rowLength) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(0x78);
    stream.write(0x01);
    stream.writeBytes(FixedDeflate.of(bytes, rowLength));
    Adler32 check = new Adler32();
    check.update(bytes);
    stream.writeBytes(number((int) check.getValue()));
    return stream.toByteArray();
  }
}
