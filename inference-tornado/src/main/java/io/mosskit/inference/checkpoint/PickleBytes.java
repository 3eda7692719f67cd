package io.mosskit.inference.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The bytes of a pickle, read one after the other.
final class PickleBytes {

  private final MappedFile file;
  private final byte[] bytes;
  private int at;

  PickleBytes(MappedFile file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  int at() {
    return at;
  }

  int u8() throws CheckpointException {
    return (int) little(1);
  }

  int u16() throws CheckpointException {
    return (int) little(2);
  }

  long u32() throws CheckpointException {
    return little(4);
  }

  int i32() throws CheckpointException {
    return (int) little(4);
  }

  /// A number of up to 8 bytes in two's complement, after its length in one byte.
  long signedOfAnyLength() throws CheckpointException {
    int length = u8();
    if (length > Long.BYTES) {
      throw problem("an integer of %d bytes".formatted(length));
    }
    int unused = Long.SIZE - Byte.SIZE * length;
    return length == 0 ? 0 : little(length) << unused >> unused;
  }

  /// A string after its length in four bytes.
  String text() throws CheckpointException {
    long length = u32();
    require(length);
    ByteBuffer utf8 = ByteBuffer.wrap(bytes, at, (int) length);
    at += (int) length;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException _) {
      throw problem("a string that is no UTF-8");
    }
  }

  /// A line without its end.
  String line() throws CheckpointException {
    int begin = at;
    while (u8() != '\n') {
      // the line goes on
    }
    return new String(bytes, begin, at - 1 - begin, StandardCharsets.ISO_8859_1);
  }

  private long little(int length) throws CheckpointException {
    require(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (bytes[at++] & 0xFFL) << (Byte.SIZE * i);
    }
    return value;
  }

  private void require(long length) throws CheckpointException {
    if (length > bytes.length - at) {
      throw problem("its end within a value");
    }
  }

  CheckpointException problem(String found) {
    return file.problem("data.pkl has, before byte %d, %s".formatted(at, found));
  }
}
