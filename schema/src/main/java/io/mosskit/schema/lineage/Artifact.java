package io.mosskit.schema.lineage;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// A file that a plugin made, such as a picture.
///
/// @param file its name, without a folder: where the files lie is the business of whoever reads
///   them, and the same on no two machines
/// @param sha256 of its bytes, 64 lower-case hexadecimal digits
public record Artifact(String file, String sha256) {

  public Artifact {
    if (!isName(file)) {
      throw new IllegalArgumentException("no name of a file: \"" + file + "\"");
    }
    Receipt.requireSha256(sha256);
  }

  private static boolean isName(String file) {
    return !file.isBlank() && file.indexOf('/') < 0 && file.indexOf('\\') < 0;
  }

  Json.Obj json() {
    return Json.object().put("file", file).put("sha256", sha256).build();
  }

  /// The artifact that [#json] wrote, or null where the object is none.
  static @Nullable Artifact of(Json.Obj json) {
    String file = json.string("file");
    String hash = json.string("sha256");
    if (file == null || hash == null) {
      return null;
    }
    return isName(file) && Receipt.isSha256(hash) ? new Artifact(file, hash) : null;
  }
}
