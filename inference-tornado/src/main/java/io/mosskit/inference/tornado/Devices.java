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
    if (System.getProperty("tornado.load.runtime.implementation") != null) {
      return Sdk.find();
    }
    String home = System.getenv("TORNADOVM_HOME");
    return home == null
        ? new Missing(
            "TornadoVM is not there: TORNADOVM_HOME names no SDK",
            "install TornadoVM 5.2.0 for JDK 25 and name its folder in TORNADOVM_HOME: docs/gpu.md")
        : new Missing(
            "TornadoVM is not there: this process was started without the SDK that TORNADOVM_HOME"
                + " names, "
                + home,
            "start with ./mosskit, and see that the folder holds tornado-argfile: docs/gpu.md");
  }
}
