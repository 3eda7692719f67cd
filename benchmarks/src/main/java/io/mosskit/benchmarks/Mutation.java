package io.mosskit.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Ways to break a file. Each follows from its random numbers alone.
final class Mutation {

  /// Where formats keep what they say about themselves: the first and the last bytes.
  private static final int EDGE = 600;

  private static final List<Long> LENGTHS =
      List.of(
          0L,
          1L,
          7L,
          255L,
          65_535L,
          Integer.MAX_VALUE + 0L,
          0xFFFF_FFFFL,
          1L << 40,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          -1L,
          -8L);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

  private static final List<String> NUMBERS =
      List.of("0", "-1", "3", "128", "2147483648", "9223372036854775807", "1e400", "1.5", "null");

  private static final List<String> STRINGS =
      List.of(
          "\"\"",
          "\"../config.json\"",
          "\"F64\"",
          "\"F32\"",
          "\"data_offsets\"",
          "\"你好\"",
          "[]",
          "{}");

  private final SplittableRandom random;

  Mutation(SplittableRandom random) {
    this.random = random;
  }

  /// A broken version of `file`.
  ///
  /// @param donor bytes that may be spliced in
  byte[] of(byte[] file, byte[] donor) {
    byte[] mutant = file.clone();
    for (int times = 1 + random.nextInt(3); times > 0 && mutant.length > 0; times--) {
      mutant = once(mutant, donor);
    }
    return mutant;
  }

  private byte[] once(byte[] bytes, byte[] donor) {
    int at = place(bytes.length);
    return switch (random.nextInt(8)) {
      case 0 -> flip(bytes, at);
      case 1 -> set(bytes, at);
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> length(bytes, at);
      case 4 -> splice(bytes, at, donor);
      case 5 -> remove(bytes, at);
      case 6 -> replace(bytes, NUMBER, NUMBERS);
      default -> replace(bytes, STRING, STRINGS);
    };
  }

  private int place(int length) {
    int edge = Math.min(EDGE, length);
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(edge);
      case 1 -> length - 1 - random.nextInt(edge);
      default -> random.nextInt(length);
    };
  }

  private byte[] flip(byte[] bytes, int at) {
    bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return bytes;
  }

  private byte[] set(byte[] bytes, int at) {
    bytes[at] = (byte) random.nextInt();
    return bytes;
  }

  /// A number of 2, 4 or 8 bytes that no length should have.
  private byte[] length(byte[] bytes, int at) {
    long value = LENGTHS.get(random.nextInt(LENGTHS.size()));
    int size = 2 << random.nextInt(3);
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> (Byte.SIZE * i));
    }
    return bytes;
  }

  private byte[] splice(byte[] bytes, int at, byte[] donor) {
    int from = donor.length == 0 ? 0 : random.nextInt(donor.length);
    int length = Math.min(random.nextInt(1, 400), donor.length - from);
    byte[] spliced = Arrays.copyOf(bytes, bytes.length + length);
    System.arraycopy(donor, from, spliced, at, length);
    System.arraycopy(bytes, at, spliced, at + length, bytes.length - at);
    return spliced;
  }

  private byte[] remove(byte[] bytes, int at) {
    int length = Math.min(random.nextInt(1, 400), bytes.length - at);
    byte[] rest = Arrays.copyOf(bytes, bytes.length - length);
    System.arraycopy(bytes, at + length, rest, at, rest.length - at);
    return rest;
  }

  private byte[] replace(byte[] bytes, Pattern pattern, List<String> values) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<MatchResult> places = pattern.matcher(text).results().limit(2000).toList();
    if (places.isEmpty()) {
      return bytes;
    }
    MatchResult place = places.get(random.nextInt(places.size()));
    String value =
        new String(
            values.get(random.nextInt(values.size())).getBytes(StandardCharsets.UTF_8),
            StandardCharsets.ISO_8859_1);
    return (text.substring(0, place.start()) + value + text.substring(place.end()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
