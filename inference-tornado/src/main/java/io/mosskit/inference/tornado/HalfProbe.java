package io.mosskit.inference.tornado;

import java.lang.foreign.MemorySegment;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.HalfFloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/// Tries out whether a device reads numbers of half precision: some claim it and compute wrong, and
/// compilers have gaps.
final class HalfProbe {

  private static final short[] BITS = {
    0x0000,
    0x0001,
    0x03ff,
    0x0400,
    0x3c00,
    0x3555,
    0x7bff,
    (short) 0x8001,
    (short) 0xbc00,
    (short) 0xc248
  };

  private HalfProbe() {}

  /// Whether all come back as they are.
  static boolean passes(Program program) {
    int n = BITS.length;
    IntArray block = IntArray.fromArray(new int[] {1, 0, 0});
    HalfFloatArray halves = HalfFloatArray.fromSegment(MemorySegment.ofArray(BITS));
    FloatArray read = new FloatArray(n);
    try (program) {
      Stage stage = program.stage("halves");
      stage.input(block);
      stage.constant(halves);
      stage.output(read);
      stage.task("read", n, Kernels::embedHalves, block, halves, read, 2, n, 1);
      stage.run();
      stage.fetch(read, n);
    } catch (DeviceException _) { // what has no half precision cannot compile the kernel
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (read.get(i) != Float.float16ToFloat(BITS[i])) {
        return false;
      }
    }
    return true;
  }
}
