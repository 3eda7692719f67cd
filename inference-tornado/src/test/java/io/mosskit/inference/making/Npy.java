package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an array that numpy saved (format 1.0, little-endian, C order).
final class Npy {

  private static final Pattern HEADER =
      Pattern.compile("'descr': '([^']+)', 'fortran_order': False, 'shape': \\(([^)]*)\\)");

  private Npy() {}

  static Tensor read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int headerLength = (bytes[8] & 0xFF) | (bytes[9] & 0xFF) << 8;
    Matcher header = HEADER.matcher(new String(bytes, 10, headerLength, StandardCharsets.US_ASCII));
    if (!header.find()) {
      throw new IOException(file + ": no header that this reader knows");
    }
    List<Long> shape = new ArrayList<>();
    for (String dimension : header.group(2).split(",")) {
      if (!dimension.isBlank()) {
        shape.add(Long.parseLong(dimension.strip()));
      }
    }
    return new Tensor(
        file.getFileName().toString(),
        type(header.group(1)),
        shape,
        MemorySegment.ofArray(bytes).asSlice(10 + headerLength));
  }

  private static ElementType type(String descr) throws IOException {
    return switch (descr) {
      case "<f4" -> ElementType.F32;
      case "<f2" -> ElementType.F16;
      case "<i4" -> ElementType.I32;
      default -> throw new IOException("no such type is expected here: " + descr);
    };
  }
}
