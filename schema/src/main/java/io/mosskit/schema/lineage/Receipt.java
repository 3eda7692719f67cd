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
/// @param artifact the file that it made, null where it made none
public record Receipt(
    String plugin,
    String version,
    String argument,
    String outputSha256,
    long elapsedMicros,
    @Nullable String failure,
    @Nullable Artifact artifact) {

  private static final int SHA_256_DIGITS = 64;

  public Receipt {
    requireSha256(outputSha256);
  }

  static boolean isSha256(String text) {
    return text.length() == SHA_256_DIGITS;
  }

  static void requireSha256(String text) {
    if (!isSha256(text)) {
      throw new IllegalArgumentException("no SHA-256: " + text);
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
        .put("artifact", artifact == null ? null : artifact.json())
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
    Artifact artifact = json.get("artifact") instanceof Json.Obj file ? Artifact.of(file) : null;
    return isSha256(hash)
        ? new Receipt(plugin, version, argument, hash, micros, json.string("failure"), artifact)
        : null;
  }
}
