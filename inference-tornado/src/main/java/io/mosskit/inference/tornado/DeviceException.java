package io.mosskit.inference.tornado;

/// A device of TornadoVM does not do what is asked of it: it is not there, has too little memory or
/// fails. The message says what to do; trying again does not help.
public final class DeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeviceException(String message) {
    super(message);
  }

  DeviceException(String message, Throwable cause) {
    super(message, cause);
  }

  /// What a stage threw.
  static DeviceException of(String stage, Throwable cause) {
    String said = String.valueOf(cause.getMessage()).strip();
    boolean memory = cause.getClass().getSimpleName().contains("Memory");
    return new DeviceException(
        "the device failed at %s: %s; %s"
            .formatted(
                stage,
                said.lines().findFirst().orElse(cause.getClass().getSimpleName()),
                memory
                    ? "keep fewer layers there with --device-memory"
                    : "compute with --backend cpu, and see docs/gpu.md on errors that were met"),
        cause);
  }
}
