package uk.ac.manchester.tornado.api;

/// What a plan has computed. A signature alone.
public class TornadoExecutionResult {

  TornadoExecutionResult() {
    throw Signatures.only();
  }

  public TornadoExecutionResult transferToHost(Object... objects) {
    throw Signatures.only();
  }

  public TornadoExecutionResult transferToHost(DataRange dataRange) {
    throw Signatures.only();
  }
}
