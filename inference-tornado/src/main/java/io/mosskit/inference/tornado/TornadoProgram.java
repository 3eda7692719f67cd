package io.mosskit.inference.tornado;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.DataRange;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.ImmutableTaskGraph;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.TornadoExecutionResult;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task12;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task6;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task7;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task8;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task9;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.exceptions.TornadoInternalError;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/// Runs kernels on a device: a graph of tasks for each stage, and one plan for all of them.
///
/// Lasting arrays are handed from graph to graph by the name of the one before. TornadoVM takes
/// them from the graph that ran last, whatever is named, so that a stage runs after the one that it
/// was begun after.
final class TornadoProgram implements Program {

  private final TornadoDevice device;
  private final int groupSize;
  private final GridScheduler grids = new GridScheduler();
  private final List<GraphStage> stages = new ArrayList<>();
  private @Nullable TornadoExecutionPlan plan;

  /// Makes a program.
  ///
  /// @param groupSize threads that run together
  TornadoProgram(TornadoDevice device, int groupSize) {
    this.device = device;
    this.groupSize = groupSize;
  }

  @Override
  public Stage stage(String name) {
    return begin(name, stages.isEmpty() ? null : stages.getLast());
  }

  @Override
  public Stage stageAfter(Stage before, String name) {
    return begin(name, stages.get(stages.indexOf(before)));
  }

  private Stage begin(String name, @Nullable GraphStage before) {
    GraphStage stage = new GraphStage(name, stages.size(), before);
    stages.add(stage);
    return stage;
  }

  private TornadoExecutionPlan plan() {
    if (plan == null) {
      ImmutableTaskGraph[] graphs =
          stages.stream().map(GraphStage::snapshot).toArray(ImmutableTaskGraph[]::new);
      plan = new TornadoExecutionPlan(graphs).withDevice(device).withGridScheduler(grids);
    }
    return plan;
  }

  @Override
  public void close() {
    TornadoExecutionPlan closing = plan;
    plan = null;
    if (closing != null) {
      try (closing) {
        closing.freeDeviceMemory();
      } catch (TornadoExecutionPlanException
          | RuntimeException
          | TornadoInternalError e) { // as where memory ran out before all was there
        throw new DeviceException(
            "the device could not give its memory back: " + e.getMessage(), e);
      }
    }
  }

  private final class GraphStage implements Stage {

    private final String name;
    private final int index;
    private final @Nullable GraphStage before;
    private final TaskGraph graph;
    private final List<TornadoNativeArray> constants = new ArrayList<>();
    private final List<TornadoNativeArray> lasting = new ArrayList<>();
    private @Nullable TornadoExecutionResult result;

    GraphStage(String name, int index, @Nullable GraphStage before) {
      this.name = name;
      this.index = index;
      this.before = before;
      this.graph = new TaskGraph(name);
    }

    @Override
    public void constant(TornadoNativeArray... arrays) {
      for (TornadoNativeArray array : arrays) {
        if (!holds(constants, array)) {
          graph.transferToDevice(DataTransferMode.FIRST_EXECUTION, array);
          constants.add(array);
        }
      }
    }

    @Override
    public void input(TornadoNativeArray... arrays) {
      graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, (Object[]) arrays);
      lasting.addAll(List.of(arrays));
    }

    @Override
    public void lasting(TornadoNativeArray... arrays) {
      for (TornadoNativeArray array : arrays) {
        if (before != null && holds(before.lasting, array)) {
          graph.consumeFromDevice(before.name, array);
        } else {
          graph.transferToDevice(DataTransferMode.FIRST_EXECUTION, array);
        }
        lasting.add(array);
      }
    }

    /// Whether an array is among some, compared as objects, which is how TornadoVM knows them.
    @SuppressWarnings("ReferenceEquality")
    private static boolean holds(List<TornadoNativeArray> arrays, TornadoNativeArray array) {
      return arrays.stream().anyMatch(each -> each == array);
    }

    @Override
    public void output(TornadoNativeArray array) {
      if (!holds(lasting, array)) {
        lasting(array);
      }
      graph.transferToHost(DataTransferMode.UNDER_DEMAND, array);
    }

    ImmutableTaskGraph snapshot() {
      graph.persistOnDevice(lasting.toArray());
      return graph.snapshot();
    }

    private void grid(String task, int rounds) {
      WorkerGrid1D grid = new WorkerGrid1D(Math.ceilDiv(rounds, groupSize) * groupSize);
      grid.setLocalWork(groupSize, 1, 1);
      grids.addWorkerGrid(name + "." + task, grid);
    }

    @Override
    public void run() {
      try {
        result = plan().withGraph(index).execute();
      } catch (RuntimeException
          | TornadoInternalError e) { // whatever a driver or its compiler throws
        throw DeviceException.of(name, e);
      }
    }

    @Override
    public void fetch(FloatArray array, int elements) {
      if (result == null) {
        throw new IllegalStateException("stage " + name + " has not run");
      }
      array.set(elements - 1, Float.NaN); // TornadoVM prints what OpenCL refuses to do, and goes on
      try {
        result.transferToHost(new DataRange(array).withSize(elements));
      } catch (RuntimeException | TornadoInternalError e) {
        throw DeviceException.of(name, e);
      }
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
      graph.task(task, code, a1, a2, a3, a4, a5);
      grid(task, rounds);
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
      graph.task(task, code, a1, a2, a3, a4, a5, a6);
      grid(task, rounds);
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
      graph.task(task, code, a1, a2, a3, a4, a5, a6, a7);
      grid(task, rounds);
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
      graph.task(task, code, a1, a2, a3, a4, a5, a6, a7, a8);
      grid(task, rounds);
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
      graph.task(task, code, a1, a2, a3, a4, a5, a6, a7, a8, a9);
      grid(task, rounds);
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
      graph.task(task, code, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12);
      grid(task, rounds);
    }
  }
}
