package uk.ac.manchester.tornado.api;

import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;

/// Runs graphs of tasks on a device. A signature alone.
public class TornadoExecutionPlan implements AutoCloseable {

  public TornadoExecutionPlan(ImmutableTaskGraph... immutableTaskGraphs) {
    throw Signatures.only();
  }

  public TornadoExecutionPlan withGraph(int graphIndex) {
    throw Signatures.only();
  }

  public TornadoExecutionPlan withDevice(TornadoDevice device) {
    throw Signatures.only();
  }

  public TornadoExecutionPlan withGridScheduler(GridScheduler gridScheduler) {
    throw Signatures.only();
  }

  public TornadoExecutionResult execute() {
    throw Signatures.only();
  }

  public TornadoExecutionPlan freeDeviceMemory() {
    throw Signatures.only();
  }

  @Override
  public void close() throws TornadoExecutionPlanException {
    throw Signatures.only();
  }
}
