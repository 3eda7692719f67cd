package uk.ac.manchester.tornado.api.exceptions;

/// The compiler of kernels met what it cannot compile.
public class TornadoInternalError extends Error {

  private static final long serialVersionUID = 1L;

  public TornadoInternalError(Throwable cause) {
    super(cause);
  }
}
