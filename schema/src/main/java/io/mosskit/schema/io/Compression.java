package io.mosskit.schema.io;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Files whose names end in `.gz` or `.zst` are compressed; all others are plain.
public final class Compression {

  private Compression() {}

  /// The uncompressed bytes of a file.
  public static InputStream open(Path file) throws IOException {
    return open(file, UnaryOperator.identity());
  }

  /// The uncompressed bytes of a file, the stream of its bytes on disk wrapped on the way.
  public static InputStream open(Path file, UnaryOperator<InputStream> onDisk) throws IOException {
    InputStream bytes = onDisk.apply(Files.newInputStream(file));
    try {
      return switch (extension(file)) {
        case ".gz" -> new GZIPInputStream(bytes, 1 << 16);
        case ".zst" -> new ZstdInputStream(bytes);
        default -> bytes;
      };
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /// A stream that writes a new file, compressed as `name` says.
  static OutputStream create(Path file, Path name) throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
    return switch (extension(name)) {
      case ".gz" -> new GZIPOutputStream(bytes, 1 << 16);
      case ".zst" -> new ZstdOutputStream(bytes);
      default -> bytes;
    };
  }

  /// The name in lower case, without the ending that says how the file is compressed.
  public static String baseName(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(0, name.length() - extension(file).length());
  }

  private static String extension(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      return ".gz";
    }
    return name.endsWith(".zst") ? ".zst" : "";
  }
}
