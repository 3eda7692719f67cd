package io.mosskit.inference.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of any size, mapped read-only for as long as its arena lives.
record MappedFile(Path path, MemorySegment bytes) {

  static MappedFile open(Path path, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new MappedFile(path, channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (NoSuchFileException _) {
      throw new CheckpointException(path, "is missing; fetch it again");
    }
  }

  long size() {
    return bytes.byteSize();
  }

  /// The bytes from `begin`, `length` of them; refused where the file does not hold them all.
  MemorySegment slice(long begin, long length, String what) throws CheckpointException {
    if (begin < 0 || length < 0 || begin > size() - length) {
      throw problem(
          "%s is said to be the %d bytes from %d, but the file has %d; it is cut off or broken"
              .formatted(what, length, begin, size()));
    }
    return bytes.asSlice(begin, length);
  }

  CheckpointException problem(String problem) {
    return new CheckpointException(path, problem);
  }
}
