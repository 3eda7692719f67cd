package io.mosskit.inference.tornado;

import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task12;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task6;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task7;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task8;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task9;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/// Kernels that run one after the other, as a whole, and the arrays that they work on. Arrays are
/// declared before the kernels that get them.
interface Stage {

  /// Declares arrays that go to the device once; again is as good as once.
  void constant(TornadoNativeArray... arrays);

  /// Declares arrays that go to the device at every run.
  void input(TornadoNativeArray... arrays);

  /// Declares arrays that stay on the device, for this stage and those after it.
  void lasting(TornadoNativeArray... arrays);

  /// Declares an array that [#fetch] brings back. It lasts.
  void output(TornadoNativeArray array);

  /// Runs the kernels. A stage runs after the one that it was begun after, or after itself.
  void run();

  /// Brings the first elements of an output to the host.
  ///
  /// @throws DeviceException if the last of them is no number
  void fetch(FloatArray array, int elements);

  /// Refuses what a device has not written or could not compute.
  static void requireNumbers(String stage, FloatArray array, int elements) {
    if (Float.isNaN(array.get(elements - 1))) {
      throw DeviceException.withoutNumbers(stage);
    }
  }

  /// Adds a kernel.
  ///
  /// @param rounds of its loop
  <T1, T2, T3, T4, T5> void task(
      String name, int rounds, Task5<T1, T2, T3, T4, T5> code, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5);

  /// Adds a kernel.
  ///
  /// @param rounds of its loop
  <T1, T2, T3, T4, T5, T6> void task(
      String name,
      int rounds,
      Task6<T1, T2, T3, T4, T5, T6> code,
      T1 a1,
      T2 a2,
      T3 a3,
      T4 a4,
      T5 a5,
      T6 a6);

  /// Adds a kernel.
  ///
  /// @param rounds of its loop
  <T1, T2, T3, T4, T5, T6, T7> void task(
      String name,
      int rounds,
      Task7<T1, T2, T3, T4, T5, T6, T7> code,
      T1 a1,
      T2 a2,
      T3 a3,
      T4 a4,
      T5 a5,
      T6 a6,
      T7 a7);

  /// Adds a kernel.
  ///
  /// @param rounds of its loop
  <T1, T2, T3, T4, T5, T6, T7, T8> void task(
      String name,
      int rounds,
      Task8<T1, T2, T3, T4, T5, T6, T7, T8> code,
      T1 a1,
      T2 a2,
      T3 a3,
      T4 a4,
      T5 a5,
      T6 a6,
      T7 a7,
      T8 a8);

  /// Adds a kernel.
  ///
  /// @param rounds of its loop
  <T1, T2, T3, T4, T5, T6, T7, T8, T9> void task(
      String name,
      int rounds,
      Task9<T1, T2, T3, T4, T5, T6, T7, T8, T9> code,
      T1 a1,
      T2 a2,
      T3 a3,
      T4 a4,
      T5 a5,
      T6 a6,
      T7 a7,
      T8 a8,
      T9 a9);

  /// Adds a kernel.
  ///
  /// @param rounds of its loop
  <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> void task(
      String name,
      int rounds,
      Task12<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> code,
      T1 a1,
      T2 a2,
      T3 a3,
      T4 a4,
      T5 a5,
      T6 a6,
      T7 a7,
      T8 a8,
      T9 a9,
      T10 a10,
      T11 a11,
      T12 a12);
}
