package io.mosskit.inference.tornado;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/// A device that TornadoVM has found.
public final class Device {

  /// Kinds of devices.
  public enum Kind {
    /// Computes in its own memory, which is faster than a processor's.
    GPU,
    /// The processors, by way of a driver: for trying out, since the default backend is faster.
    CPU,
    /// Something else.
    OTHER
  }

  private static final int GPU_GROUP = 128;
  private static final int CPU_GROUP = 64;

  private final TornadoDevice device;
  private final String number;
  private final String driver;
  private final Kind kind;
  private @Nullable Boolean halves;

  Device(TornadoDevice device, String number, String driver, Kind kind) {
    this.device = device;
    this.number = number;
    this.driver = driver;
    this.kind = kind;
  }

  /// How it is named on a command line: the number of its driver and its own.
  public String number() {
    return number;
  }

  /// What it is called.
  public String name() {
    return device.getPhysicalDevice().getDeviceName().strip();
  }

  /// The driver of TornadoVM, and the platform that it speaks with.
  public String driver() {
    return driver + ", " + device.getPlatformName().strip();
  }

  public Kind kind() {
    return kind;
  }

  /// How many bytes it has.
  public long memory() {
    return device.getPhysicalDevice().getDeviceGlobalMemorySize();
  }

  /// How many bytes one array may take.
  public long longestArray() {
    return device.getPhysicalDevice().getDeviceMaxAllocationSize();
  }

  /// Whether it computes with half precision; where it does not, weights go there as bits. Some
  /// drivers of OpenCL abort the process at a kernel with halves, so that these are asked first.
  public boolean computesHalves() {
    if (halves == null) { // a kernel is compiled for it
      halves = claimsHalves() && HalfProbe.passes(open());
    }
    return halves;
  }

  private boolean claimsHalves() {
    return !driver.toUpperCase(Locale.ROOT).contains("OPENCL")
        || device.getPhysicalDevice().getDeviceInfo().contains("cl_khr_fp16");
  }

  Program open() {
    return new TornadoProgram(device, kind == Kind.CPU ? CPU_GROUP : GPU_GROUP);
  }
}
