package uk.ac.manchester.tornado.api;

/// What a driver says about a device.
public interface TornadoTargetDevice {

  String getDeviceName();

  long getDeviceGlobalMemorySize();

  long getDeviceMaxAllocationSize();

  String getDeviceInfo();
}
