package io.mosskit.plugins.search.documents;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadFault;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.nio.file.Path;

/// Rejections of documents.
final class Faults {

  private Faults() {}

  static Rejection missingText(String member, Origin origin, Json record) {
    return rejection(
        ReadFault.MISSING_FIELD,
        "no text in \"" + member + "\"; name the member that holds it",
        origin,
        record);
  }

  static Rejection tooLong(long size, long limit, String unit, Path file, long line) {
    return rejection(
        ReadFault.TOO_LONG,
        "%d %s; at most %d are read: cut it into several documents".formatted(size, unit, limit),
        new Origin(file, line, 0),
        Json.Obj.EMPTY);
  }

  static Rejection of(ReadFault fault, String detail, Path file, long line) {
    return rejection(fault, detail, new Origin(file, line, 0), Json.Obj.EMPTY);
  }

  private static Rejection rejection(ReadFault fault, String detail, Origin origin, Json record) {
    return new Rejection(ReadFault.STAGE, fault.label(), detail, Json.Obj.EMPTY, origin, record);
  }
}
