package io.mosskit.cli;

import io.mosskit.inference.tornado.Device;
import io.mosskit.inference.tornado.Devices;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `mosskit devices`.
@Command(
    name = "devices",
    description = {
      "List what can compute a model: the processors, and the devices that TornadoVM finds; or what",
      "is missing for them, and how to get it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit devices",
      "  mosskit devices --json",
      "  mosskit chat --model moss-moon-003-sft-int4 --backend tornado --device 0:0"
    })
final class DevicesCommand extends CommandBase {

  @Override
  ExitCode execute() {
    int processors = Runtime.getRuntime().availableProcessors();
    List<String> lines = new ArrayList<>();
    lines.add("--backend cpu: %d processors".formatted(processors));
    Json.Obj json =
        switch (Devices.find()) {
          case Devices.Found(List<Device> devices) -> {
            lines.add("--backend tornado:");
            lines.addAll(table(devices).lines());
            yield Json.object()
                .put("processors", processors)
                .put("devices", Json.of(devices.stream().map(DevicesCommand::json).toList()))
                .build();
          }
          case Devices.Missing(String reason, String remedy) -> {
            lines.add("--backend tornado: " + reason);
            lines.add("  to get it: " + remedy);
            yield Json.object()
                .put("processors", processors)
                .put("devices", Json.of(List.of()))
                .put("missing", reason)
                .put("remedy", remedy)
                .build();
          }
        };
    say(json, lines);
    return ExitCode.DONE;
  }

  private static Table table(List<Device> devices) {
    Table table =
        new Table("device", "kind", "memory", "longest array", "halves", "name", "driver");
    for (Device device : devices) {
      table.row(
          device.number(),
          kind(device),
          ByteSize.text(device.memory()),
          ByteSize.text(device.longestArray()),
          device.computesHalves() ? "yes" : "as bits",
          device.name(),
          device.driver());
    }
    return table;
  }

  private static String kind(Device device) {
    return device.kind() == Device.Kind.OTHER
        ? "other"
        : device.kind().name().toUpperCase(Locale.ROOT);
  }

  private static Json.Obj json(Device device) {
    return Json.object()
        .put("device", device.number())
        .put("kind", kind(device))
        .put("memory", device.memory())
        .put("longestArray", device.longestArray())
        .put("halves", device.computesHalves())
        .put("name", device.name())
        .put("driver", device.driver())
        .build();
  }
}
