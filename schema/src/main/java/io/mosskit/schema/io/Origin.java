package io.mosskit.schema.io;

import io.mosskit.schema.json.Json;
import java.nio.file.Path;

/// Where a record stands.
///
/// @param file the file as the user named it, or below the folder that the user named
/// @param line the line on which it begins, from 1
/// @param offset of its first byte in the (uncompressed) file, from 0
public record Origin(Path file, long line, long offset) {

  /// This place as it stands in a rejection.
  public Json.Obj json() {
    return Json.object()
        .put("file", file.toString())
        .put("line", line)
        .put("offset", offset)
        .build();
  }

  /// The place that [#json] wrote.
  ///
  /// @throws IllegalArgumentException if the object is none
  static Origin of(Json.Obj json) {
    String file = json.string("file");
    if (file == null
        || !(json.get("line") instanceof Json.Num line)
        || !(json.get("offset") instanceof Json.Num offset)) {
      throw new IllegalArgumentException("no place in a file: " + json);
    }
    return new Origin(
        Path.of(file), line.decimal().longValueExact(), offset.decimal().longValueExact());
  }

  /// An id for a record that has none: the file's name up to its first dot, `-`, and the line.
  public String defaultId() {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return (dot <= 0 ? name : name.substring(0, dot)) + "-" + line;
  }

  /// `file:line`, as editors and terminals understand it.
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
