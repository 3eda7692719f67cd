package uk.ac.manchester.tornado.api;

/// How many threads run each task. A signature alone.
public class GridScheduler {

  public GridScheduler() {
    throw Signatures.only();
  }

  public void addWorkerGrid(String taskName, WorkerGrid workerGrid) {
    throw Signatures.only();
  }
}
