package io.mosskit.cli;

import java.util.concurrent.CountDownLatch;

/// Keeps the process alive after Ctrl-C or SIGTERM until a command has come to its end, however
/// long that takes. (Others have a few seconds.)
final class LongGoodbye implements AutoCloseable {

  private final Thread hold;

  private LongGoodbye(Thread hold) {
    this.hold = hold;
  }

  /// Holds the process until that latch opens.
  static LongGoodbye until(CountDownLatch ended) {
    Thread hold =
        new Thread(
            () -> {
              try {
                ended.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            },
            "mosskit-hold");
    Runtime.getRuntime().addShutdownHook(hold);
    return new LongGoodbye(hold);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hold);
    } catch (IllegalStateException _) {
      // The process is ending already: this is what it was held for.
    }
  }
}
