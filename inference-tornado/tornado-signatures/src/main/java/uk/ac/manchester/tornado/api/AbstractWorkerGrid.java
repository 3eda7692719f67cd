package uk.ac.manchester.tornado.api;

/// Threads in groups. A signature alone.
public abstract class AbstractWorkerGrid implements WorkerGrid {

  protected AbstractWorkerGrid(long x, long y, long z) {
    throw Signatures.only();
  }

  @Override
  public void setLocalWork(long x, long y, long z) {
    throw Signatures.only();
  }
}
