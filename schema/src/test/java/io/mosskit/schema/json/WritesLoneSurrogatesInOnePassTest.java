package io.mosskit.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Counts bytes, not time: writing allocates what it looks at, and this thread's bytes are counted
/// by the virtual machine. Where each lone surrogate costs a copy of the rest of its text, 20,000
/// of them cost some 20,000 bytes each.
class WritesLoneSurrogatesInOnePassTest {
  private static final int PIECES = 20_000;

  /// Room for the text of an escape, its formatting, and the buffers that double.
  private static final long BYTES_A_PIECE = 4_000;

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\udc00", "茶\ud83d ", "\udc00tea"})
  void whatAPieceCostsDoesNotGrowWithItsText(String piece) {
    assumeThat(ManagementFactory.getThreadMXBean())
        .as("this virtual machine counts the bytes of a thread")
        .isInstanceOf(ThreadMXBean.class);
    Json text = Json.of(piece.repeat(PIECES));
    long before = allocated();
    String written = text.text();
    long bytes = allocated() - before;
    assertThat(bytes / PIECES).isLessThan(BYTES_A_PIECE);
    assertThat(written.length()).isEqualTo(PIECES * (piece.length() + "\\uffff".length() - 1) + 2);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
