package io.mosskit.inference.tornado;

import java.util.ArrayList;
import java.util.List;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task12;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task6;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task7;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task8;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task9;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/// Runs kernels as what they also are: plain Java, on the calling thread.
final class PlainProgram implements Program {

  @Override
  public Stage stage(String name) {
    return new PlainStage(name);
  }

  @Override
  public Stage stageAfter(Stage before, String name) {
    return new PlainStage(name);
  }

  @Override
  public void close() {}

  private static final class PlainStage implements Stage {

    private final String name;
    private final List<Runnable> tasks = new ArrayList<>();

    PlainStage(String name) {
      this.name = name;
    }

    @Override
    public void constant(TornadoNativeArray... arrays) {}

    @Override
    public void input(TornadoNativeArray... arrays) {}

    @Override
    public void lasting(TornadoNativeArray... arrays) {}

    @Override
    public void output(TornadoNativeArray array) {}

    @Override
    public void run() {
      tasks.forEach(Runnable::run);
    }

    @Override
    public void fetch(FloatArray array, int elements) {
      Stage.requireNumbers(name, array, elements);
    }

    @Override
    public <T1, T2, T3, T4, T5> void task(
        String task,
        int rounds,
        Task5<T1, T2, T3, T4, T5> code,
        T1 a1,
        T2 a2,
        T3 a3,
        T4 a4,
        T5 a5) {
      tasks.add(() -> code.apply(a1, a2, a3, a4, a5));
    }

    @Override
    public <T1, T2, T3, T4, T5, T6> void task(
        String task,
        int rounds,
        Task6<T1, T2, T3, T4, T5, T6> code,
        T1 a1,
        T2 a2,
        T3 a3,
        T4 a4,
        T5 a5,
        T6 a6) {
      tasks.add(() -> code.apply(a1, a2, a3, a4, a5, a6));
    }

    @Override
    public <T1, T2, T3, T4, T5, T6, T7> void task(
        String task,
        int rounds,
        Task7<T1, T2, T3, T4, T5, T6, T7> code,
        T1 a1,
        T2 a2,
        T3 a3,
        T4 a4,
        T5 a5,
        T6 a6,
        T7 a7) {
      tasks.add(() -> code.apply(a1, a2, a3, a4, a5, a6, a7));
    }

    @Override
    public <T1, T2, T3, T4, T5, T6, T7, T8> void task(
        String task,
        int rounds,
        Task8<T1, T2, T3, T4, T5, T6, T7, T8> code,
        T1 a1,
        T2 a2,
        T3 a3,
        T4 a4,
        T5 a5,
        T6 a6,
        T7 a7,
        T8 a8) {
      tasks.add(() -> code.apply(a1, a2, a3, a4, a5, a6, a7, a8));
    }

    @Override
    public <T1, T2, T3, T4, T5, T6, T7, T8, T9> void task(
        String task,
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
        T9 a9) {
      tasks.add(() -> code.apply(a1, a2, a3, a4, a5, a6, a7, a8, a9));
    }

    @Override
    public <T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> void task(
        String task,
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
        T12 a12) {
      tasks.add(() -> code.apply(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12));
    }
  }
}
