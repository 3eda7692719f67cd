package io.mosskit.inference.tornado;

import java.util.Arrays;
import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/// What a device reaches at the two things that bound a model: moving numbers and multiplying them.
/// Measurements of models are given as shares of these, taken in the same run.
///
/// @param copied bytes a second, read and written, by a kernel that copies an array
/// @param operations floating-point operations a second by loops of multiply-adds in registers
public record DeviceLimits(double copied, double operations) {

  private static final int STEPS = 256;

  /// Numbers of a row. A loop must not end at a bare number that its kernel is given: TornadoVM
  /// would let it run to the end of the grid.
  private static final int WIDTH = 64;

  /// Measures a device: of some rounds the medians.
  ///
  /// @param elements of the array that is copied, to whole rows of 64; it takes 8 bytes each
  /// @param rounds at least 1
  public static DeviceLimits measure(Device device, int elements, int rounds) {
    int rows = Math.ceilDiv(elements, WIDTH);
    FloatArray from = new FloatArray(rows * WIDTH);
    FloatArray to = new FloatArray(rows * WIDTH);
    int groups = Math.ceilDiv(rows, 16);
    FloatArray sums = new FloatArray(groups * WIDTH);
    double copy;
    double multiply;
    try (Program program = device.open()) {
      Stage copying = program.stage("copy");
      copying.constant(from);
      copying.lasting(to);
      copying.task("copy", rows * WIDTH, DeviceLimits::copy, from, to, rows, WIDTH, 0);
      Stage multiplying = program.stage("multiply");
      multiplying.output(sums);
      multiplying.task(
          "multiply", groups * WIDTH, DeviceLimits::multiply, sums, groups, STEPS, 0.999f, 0.5f);
      copy = median(copying, rounds);
      multiply = median(multiplying, rounds);
    }
    return new DeviceLimits(
        2.0 * Float.BYTES * rows * WIDTH / copy, 8.0 * STEPS * groups * WIDTH / multiply);
  }

  /// Seconds of one run.
  private static double median(Stage stage, int rounds) {
    double[] seconds = new double[rounds];
    stage.run(); // compiles
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      stage.run();
      seconds[round] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[rounds / 2];
  }

  static void copy(FloatArray from, FloatArray to, int rows, int width, int addend) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      to.set(i, from.get(i) + addend);
    }
  }

  /// Four chains of multiply-adds, so that none waits for itself.
  static void multiply(FloatArray sums, int groups, int steps, float factor, float addend) {
    for (@Parallel int i = 0; i < groups * WIDTH; i++) {
      float a = i;
      float b = i + 1f;
      float c = i + 2f;
      float d = i + 3f;
      for (int step = 0; step < steps; step++) {
        a = a * factor + addend;
        b = b * factor + addend;
        c = c * factor + addend;
        d = d * factor + addend;
      }
      sums.set(i, a + b + c + d);
    }
  }
}
