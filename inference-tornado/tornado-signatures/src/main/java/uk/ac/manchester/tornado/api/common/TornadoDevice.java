package uk.ac.manchester.tornado.api.common;

import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;

/// A device that runs tasks.
public interface TornadoDevice {

  String getPlatformName();

  TornadoTargetDevice getPhysicalDevice();

  TornadoDeviceType getDeviceType();
}
