package io.mosskit.schema.lineage;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// That a plugin was really executed: enough to execute it again and compare.
///
/// @param plugin the plugin's name, `Calculate`
/// @param version the plugin's own version
/// @param argument the argument as it was given
/// @param outputSha256 of the printed result in UTF-8, 64 lower-case hexadecimal digits
/// @param elapsedMicros how long it took, in microseconds
/// @param failure the reason where it failed, else null
public record Receipt(
    String plugin,
    String version,
    String argument,
    String outputSha256,
    long elapsedMicros,
    @Nullable String failure) {

  public Receipt {
    if (outputSha256.length() != 64) {
      throw new IllegalArgumentException("no SHA-256: " + outputSha256);
    }
  }

  /// This receipt as it stands in a record.
  public Json.Obj json() {
    return Json.object()
        .put("plugin", plugin)
        .put("version", version)
        .put("argument", argument)
        .put("output_sha256", outputSha256)
        .put("elapsed_micros", elapsedMicros)
        .put("failure", failure)
        .build();
  }

  /// The receipt that [#json] wrote, or null where the object is none.
  static @Nullable Receipt of(Json.Obj json) {
    String plugin = json.string("plugin");
    String version = json.string("version");
    String argument = json.string("argument");
    String hash = json.string("output_sha256");
    if (plugin == null || version == null || argument == null || hash == null) {
      return null;
    }
    long micros =
        json.get("elapsed_micros") instanceof Json.Num number ? number.decimal().longValue() : 0;
    return hash.length() == 64
        ? new Receipt(plugin, version, argument, hash, micros, json.string("failure"))
        : null;
  }
}
