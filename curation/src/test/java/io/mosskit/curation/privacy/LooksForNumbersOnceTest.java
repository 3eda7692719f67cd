package io.mosskit.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counts bytes, not time: each question about a place, to the words before it or to a number's
/// shapes, cuts a text out, and the virtual machine counts the bytes of a thread. In these texts a
/// number might begin at every group and end at every other one.
class LooksForNumbersOnceTest {
  private static final int PIECES = 20_000;

  /// The bounds leave two fifths of room above 1,789, 3,583 and 895 bytes.
  @ParameterizedTest
  @CsvSource({"(12, 2500", "(12), 5000", "12-(3, 1250"})
  void wordsAreAskedOncePerPlaceAndShapesOnlyOfEnoughDigits(String piece, long bytesAPiece) {
    assumeThat(ManagementFactory.getThreadMXBean())
        .as("this virtual machine counts the bytes of a thread")
        .isInstanceOf(ThreadMXBean.class);
    PhoneDetector detector = new PhoneDetector();
    String text = piece.repeat(PIECES);
    long before = allocated();
    List<Candidate> found = new ArrayList<>();
    detector.find(text, found::add);
    assertThat((allocated() - before) / PIECES).isLessThan(bytesAPiece);
    assertThat(found).isEmpty();
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
