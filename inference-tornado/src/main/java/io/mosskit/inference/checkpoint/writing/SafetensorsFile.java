package io.mosskit.inference.checkpoint.writing;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes tensors as safetensors.
final class SafetensorsFile {

  /// So that the data begin where a cache line of the mapped file does.
  private static final int ALIGNMENT = 64;

  private SafetensorsFile() {}

  static void write(List<PlannedTensor> tensors, FileSink out)
      throws IOException, InterruptedException {
    byte[] header = header(tensors).getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.put(length.putLong(header.length).array());
    out.put(header);
    for (PlannedTensor tensor : tensors) {
      out.put(tensor);
    }
  }

  private static String header(List<PlannedTensor> tensors) {
    ObjBuilder header = Json.object();
    header.put("__metadata__", Json.object().put("format", "pt").build());
    long begin = 0;
    for (PlannedTensor tensor : tensors) {
      long end = begin + tensor.bytes();
      header.put(
          tensor.name(),
          Json.object()
              .put("dtype", tensor.type().name())
              .put("shape", Json.of(tensor.shape().stream().map(Json::of).toList()))
              .put("data_offsets", Json.of(List.of(Json.of(begin), Json.of(end))))
              .build());
      begin = end;
    }
    String json = header.build().text();
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return json + " ".repeat(Math.floorMod(-(Long.BYTES + length), ALIGNMENT));
  }
}
