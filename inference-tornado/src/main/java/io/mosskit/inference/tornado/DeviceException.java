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

  /// Nothing was written to the results of a stage: drivers of OpenCL report their errors to
  /// nobody.
  static DeviceException withoutNumbers(String stage) {
    return new DeviceException(
        "the device gave no numbers back at %s, as when it lacks memory; keep fewer layers there with --device-memory, or compute with --backend cpu"
            .formatted(stage));
  }

  /// The host has no room for its copy of what goes to the device.
  static DeviceException withoutRoomHere(Placement placement, OutOfMemoryError cause) {
    return new DeviceException(
        "this machine has no room for its copy of the %s on the device; keep fewer layers there with --device-memory, or see whether -XX:MaxDirectMemorySize is less"
            .formatted(Placement.gigabytes(placement.bytes())),
        cause);
  }

  /// What a stage threw.
  static DeviceException of(String stage, Throwable cause) {
    String said = cause.getMessage() == null ? "" : Sdk.plain(cause.getMessage());
    boolean memory = cause.getClass().getSimpleName().contains("Memory");
    return new DeviceException(
        "the device failed at %s: %s; %s"
            .formatted(
                stage,
                said.isEmpty() ? cause.getClass().getSimpleName() : said,
                memory
                    ? "keep fewer layers there with --device-memory"
                    : "compute with --backend cpu, and see docs/gpu.md on errors that were met"),
        cause);
  }
}
