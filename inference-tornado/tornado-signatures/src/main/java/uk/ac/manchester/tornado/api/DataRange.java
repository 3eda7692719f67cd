package uk.ac.manchester.tornado.api;

import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/// A part of an array. A signature alone.
public class DataRange {

  public DataRange(TornadoNativeArray tornadoArray) {
    throw Signatures.only();
  }

  public DataRange withSize(long totalSize) {
    throw Signatures.only();
  }
}
