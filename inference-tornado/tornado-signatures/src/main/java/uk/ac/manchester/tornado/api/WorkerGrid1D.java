package uk.ac.manchester.tornado.api;

/// Threads in a row. A signature alone.
public class WorkerGrid1D extends AbstractWorkerGrid {

  public WorkerGrid1D(int x) {
    super(x, 1, 1);
  }
}
