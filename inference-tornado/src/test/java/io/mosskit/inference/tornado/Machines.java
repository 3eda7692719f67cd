package io.mosskit.inference.tornado;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the tests of kernels run on: plain Java, or the devices that this process finds.
final class Machines {

  private static final Devices DEVICES = Devices.find();

  private Machines() {}

  /// A way to run kernels, by the name that the test report shows.
  ///
  /// @param device null where they run as plain Java
  record Machine(String name, @Nullable Device device) {

    Program open() {
      return device == null ? new PlainProgram() : device.open();
    }

    /// Ways to have weights of half precision.
    List<Boolean> halves() {
      return device == null
          ? List.of(false, true)
          : device.computesHalves() ? List.of(false, true) : List.of(false);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Machine> all() {
    return switch (DEVICES) {
      case Devices.Missing _ -> Stream.of(new Machine("plain Java", null));
      case Devices.Found(List<Device> devices) -> {
        List<Machine> machines = new ArrayList<>();
        for (Device device : devices) {
          machines.add(new Machine(device.number() + " " + device.name(), device));
        }
        yield machines.stream();
      }
    };
  }

  /// Why kernels run as plain Java, for tests that have nothing to say then; null where they do
  /// not.
  static @Nullable String whyPlain() {
    return switch (DEVICES) {
      case Devices.Found _ -> null;
      case Devices.Missing(String reason, String _) -> "kernels run as plain Java: " + reason;
    };
  }

  /// The first of them.
  static Machine first() {
    return all().findFirst().orElseThrow();
  }
}
