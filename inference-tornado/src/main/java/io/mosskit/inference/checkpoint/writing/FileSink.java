package io.mosskit.inference.checkpoint.writing;

import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.progress.Progress.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32;

/// A file that grows, through one buffer.
final class FileSink implements AutoCloseable {

  private static final int PART = 1 << 20;

  private final FileChannel channel;
  private final ByteBuffer part = ByteBuffer.allocateDirect(PART).order(ByteOrder.LITTLE_ENDIAN);
  private final Written written;

  /// What has been written of all the files, told as it grows.
  static final class Written {

    private final Progress progress;
    private final long total;
    private long done;

    Written(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    private void add(int bytes) {
      done += bytes;
      progress.at(new Step("write", done, total, "bytes", Map.of()));
    }
  }

  FileSink(Path file, Written written) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.written = written;
  }

  long position() throws IOException {
    return channel.position();
  }

  void put(byte[] bytes) throws IOException {
    writeAll(ByteBuffer.wrap(bytes));
  }

  /// Replaces bytes written before.
  void replace(long position, byte[] bytes) throws IOException {
    long end = channel.position();
    channel.position(position);
    put(bytes);
    channel.position(end);
  }

  /// Writes the elements of a tensor and returns their CRC-32.
  int put(PlannedTensor tensor) throws IOException, InterruptedException {
    CRC32 checksum = new CRC32();
    for (long left = tensor.bytes(); left > 0; left -= part.limit()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while " + tensor.name() + " was written");
      }
      part.clear().limit((int) Math.min(PART, left));
      tensor.filling().fill(part);
      if (part.hasRemaining()) {
        throw new IllegalStateException(tensor.name() + ": a part was not filled to its limit");
      }
      part.flip();
      checksum.update(part.duplicate());
      writeAll(part);
      written.add(part.limit());
    }
    return (int) checksum.getValue();
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
