package io.mosskit.inference.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MeasuresDevicesTest {

  @Test
  void whatADeviceCopiesAndMultiplies() {
    assumeTrue(Machines.whyPlain() == null, Machines::whyPlain);
    Device device = Objects.requireNonNull(Machines.first().device());
    DeviceLimits limits = DeviceLimits.measure(device, 1 << 16, 3);
    assertThat(limits.copied()).isPositive();
    assertThat(limits.operations()).isPositive();
    assertThat(device.memory()).isGreaterThanOrEqualTo(device.longestArray());
  }
}
