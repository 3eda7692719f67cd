package io.mosskit.generator.store;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a run folder for one process. The operating system gives the lock back when the process
/// ends, however it ends.
///
/// The first byte of the file is the run's; the second one is held too, for those who want to know
/// whether somebody works on the run: they may try that one, and keep nobody from beginning.
final class RunLock implements AutoCloseable {

  private static final String FILE = "run.lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  static RunLock take(Path folder) throws GenerationException, IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel, 0, false) == null) {
      channel.close();
      throw new GenerationException(
          Kind.RUN_LOCKED,
          folder + ": another process works on this run; wait for it, or name another folder");
    }
    channel.lock(1, 1, false);
    return new RunLock(channel);
  }

  /// Whether another process works on the run. To be asked of other processes only: where this one
  /// has the lock, closing a second channel on the file would give it up.
  static boolean isHeldElsewhere(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return tryLock(channel, 1, true) == null;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel, long at, boolean shared)
      throws IOException {
    try {
      return channel.tryLock(at, 1, shared);
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
