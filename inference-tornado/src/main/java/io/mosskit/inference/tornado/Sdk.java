package io.mosskit.inference.tornado;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.exceptions.TornadoInternalError;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/// The SDK of TornadoVM that this process was started with.
final class Sdk {

  /// What TornadoVM must be told before it starts. Without the first, a kernel that it cannot
  /// compile would be run once as plain Java, with wrong results and no error; the second is what
  /// it holds free for events, cleared at every run; the third how many steps a graph may have; the
  /// last the memory that it takes, which [Placement] bounds instead.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "tornado.recover.bailout", "False",
          "tornado.max.events", "128",
          "tornado.tvm.maxbytecodesize", "65536",
          "tornado.device.memory", "1024GB");

  /// What TornadoVM puts around a message, and what it says of a plain run that mosskit never
  /// makes.
  private static final Pattern DECORATION =
      Pattern.compile(
          "\\u001b\\[[0-9;]*m|\\[(WARNING|ERROR)\\]|\\.? Deoptimizing to sequential execution\\.?");

  private Sdk() {}

  static Devices find() {
    SETTINGS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
    System.setProperty("tornado.recover.bailout", "False");
    try {
      List<Device> devices = devices(TornadoRuntimeProvider.getTornadoRuntime());
      if (!devices.isEmpty()) {
        return new Devices.Found(devices);
      }
      return missing("no device");
    } catch (RuntimeException
        | LinkageError
        | TornadoInternalError e) { // a driver, its library or its devices are missing
      return missing(firstCause(e));
    }
  }

  private static Devices missing(String reason) {
    return new Devices.Missing(
        "TornadoVM is there, but finds no device: " + reason,
        "install the driver of the GPU, or an OpenCL such as PoCL to try it out on the processors,"
            + " as docs/gpu.md says");
  }

  private static String firstCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return plain(said);
  }

  /// The first line of a message of TornadoVM, without what is put around it.
  static String plain(String message) {
    return DECORATION.matcher(message.lines().findFirst().orElse("")).replaceAll("").strip();
  }

  private static List<Device> devices(TornadoRuntime runtime) {
    List<Device> devices = new ArrayList<>();
    for (int b = 0; b < runtime.getNumBackends(); b++) {
      TornadoBackend backend = runtime.getBackend(b);
      for (int d = 0; d < backend.getNumDevices(); d++) {
        TornadoDevice device = backend.getDevice(d);
        devices.add(
            new Device(
                device,
                String.format(Locale.ROOT, "%d:%d", b, d),
                backend.getName(),
                kind(device)));
      }
    }
    devices.sort(Comparator.comparing(Device::kind)); // stable: drivers in TornadoVM's own order
    return devices;
  }

  private static Device.Kind kind(TornadoDevice device) {
    return switch (device.getDeviceType()) {
      case GPU -> Device.Kind.GPU;
      case CPU -> Device.Kind.CPU;
      case UNKNOWN, DEFAULT, FPGA, ACCELERATOR, CUSTOM, ALL -> Device.Kind.OTHER;
    };
  }
}
