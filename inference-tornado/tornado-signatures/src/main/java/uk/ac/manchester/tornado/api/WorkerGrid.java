package uk.ac.manchester.tornado.api;

/// Threads in groups.
public interface WorkerGrid {

  void setLocalWork(long x, long y, long z);
}
