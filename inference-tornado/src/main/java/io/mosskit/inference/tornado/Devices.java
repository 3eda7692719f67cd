package io.mosskit.inference.tornado;

import java.util.List;

/// What TornadoVM has found.
public sealed interface Devices {

  /// There are some.
  ///
  /// @param devices at least one; the one to prefer first
  record Found(List<Device> devices) implements Devices {

    public Found {
      devices = List.copyOf(devices);
    }
  }

  /// There is none.
  ///
  /// @param reason what is missing
  /// @param remedy what to do
  record Missing(String reason, String remedy) implements Devices {}

  /// Looks for devices. TornadoVM is started by it, once in a process.
  static Devices find() {
    if (System.getProperty("tornado.load.runtime.implementation") == null) {
      return new Missing(
          "mosskit runs without TornadoVM",
          "install its SDK, name its folder in TORNADOVM_HOME and start with ./mosskit, as"
              + " docs/gpu.md says");
    }
    return Sdk.find();
  }
}
