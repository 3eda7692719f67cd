package io.mosskit.curation.duplicate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/// Writes the sketches of a batch, or of one chunk of it, into a file that [Sketches] reads. The
/// file appears under its name, whole, with [#commit]; until then it grows beside it as
/// `NAME.part`, and [#close] without a commit removes that. Memory does not grow with the file. Not
/// thread-safe.
public final class SketchFileWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long records;
  private long hashes;
  private long written;
  private boolean committed;

  private SketchFileWriter(Path file, Path part, FileChannel channel) {
    this.file = file;
    this.part = part;
    this.channel = channel;
  }

  /// Begins a file; its folder is made where it is absent.
  public static SketchFileWriter create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    SketchFileWriter writer = new SketchFileWriter(absolute, part, channel);
    writer.buffer.putLong(SketchFormat.MAGIC).putInt(SketchFormat.LAYOUT).putInt(Shingles.VERSION);
    return writer;
  }

  /// Writes the next record.
  ///
  /// @return its number in this file, from 0
  public long add(SketchedText text) throws IOException {
    byte[] id = text.id().getBytes(StandardCharsets.UTF_8);
    long[] set = text.shingles().hashes();
    reserve(SketchFormat.recordBytes(set.length, id.length));
    buffer
        .putLong(text.shingles().fingerprint())
        .putDouble(text.quality())
        .putInt(text.length())
        .putInt(text.source())
        .putInt(set.length)
        .putInt(id.length);
    buffer.asLongBuffer().put(set);
    buffer.position(buffer.position() + 8 * set.length).put(id);
    pad();
    hashes += set.length;
    return records++;
  }

  /// Ends the file and gives it its name, replacing an older one.
  ///
  /// @param sources the names of the sources, in the order of their numbers
  public void commit(List<String> sources) throws IOException {
    byte[] names = names(sources);
    reserve(names.length + 8L + SketchFormat.TAIL_BYTES);
    long begin = written + buffer.position();
    buffer.put(names);
    pad();
    buffer.putLong(records).putLong(hashes).putLong(begin);
    checksum.update(buffer.duplicate().flip());
    long sum = checksum.getValue();
    buffer.putLong(sum).putLong(SketchFormat.MAGIC_END);
    drain();
    channel.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    committed = true;
  }

  private static byte[] names(List<String> sources) {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    names.writeBytes(bytes(sources.size()));
    for (String source : sources) {
      byte[] name = source.getBytes(StandardCharsets.UTF_8);
      names.writeBytes(bytes(name.length));
      names.writeBytes(name);
    }
    return names.toByteArray();
  }

  private static byte[] bytes(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private void pad() {
    while ((buffer.position() & 7) != 0) {
      buffer.put((byte) 0);
    }
  }

  /// Makes room for the next bytes.
  private void reserve(long bytes) throws IOException {
    if (bytes > buffer.remaining()) {
      checksum.update(buffer.duplicate().flip());
      drain();
      if (bytes > buffer.capacity()) {
        buffer = ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
      }
    }
  }

  private void drain() throws IOException {
    buffer.flip();
    written += buffer.remaining();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      channel.close();
      Files.deleteIfExists(part);
    }
  }
}
