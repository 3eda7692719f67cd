package io.mosskit.plugins.paint;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.ObjBuilder;
import io.mosskit.schema.lineage.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was asked of models and what became of it: `requests/HASH.json` beside the pictures, so
/// that a run can be made again without a network. A file that does not say what it should is
/// passed over, as if nothing had been asked.
record RequestCache(PictureFolder folder) {

  private static final int NAME_DIGITS = 32;

  /// What decides a picture.
  record Request(String model, String size, String description) {

    private Path file() {
      String text = Json.ofStrings(List.of(model, size, description)).text();
      String hash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
      return Path.of("requests", hash.substring(0, NAME_DIGITS) + ".json");
    }

    private ObjBuilder json() {
      return Json.object().put("model", model).put("size", size).put("description", description);
    }

    private boolean isIn(Json.Obj json) {
      return model.equals(json.string("model"))
          && size.equals(json.string("size"))
          && description.equals(json.string("description"));
    }
  }

  /// What is known of a request.
  sealed interface Known {}

  record Painted(Picture picture) implements Known {}

  /// The service declined it.
  record Refused() implements Known {}

  record Unknown() implements Known {}

  Known find(Request request) throws Refusal {
    try {
      Optional<byte[]> bytes = folder.read(request.file());
      return bytes.isEmpty() ? new Unknown() : read(bytes.get(), request);
    } catch (IOException _) {
      throw new Refusal(Reason.UNAVAILABLE, "the folder of pictures cannot be read");
    }
  }

  private Known read(byte[] bytes, Request request) throws IOException {
    try {
      if (!(Json.parse(new String(bytes, StandardCharsets.UTF_8)) instanceof Json.Obj json)
          || !request.isIn(json)) {
        return new Unknown();
      }
      if (json.get("refused") instanceof Json.Bool(boolean refused) && refused) {
        return new Refused();
      }
      String file = json.string("file");
      String hash = json.string("sha256");
      if (file == null || !Picture.isName(file) || hash == null || hash.length() != 64) {
        return new Unknown();
      }
      return folder.find(new Artifact(file, hash)).<Known>map(Painted::new).orElse(new Unknown());
    } catch (JsonException _) {
      return new Unknown();
    }
  }

  /// The picture is kept before what says that it is there.
  void keepPicture(Request request, Picture picture) throws Refusal {
    Artifact artifact = picture.artifact();
    Json.Obj json =
        request.json().put("file", artifact.file()).put("sha256", artifact.sha256()).build();
    try {
      folder.keep(picture);
      write(request, json);
    } catch (IOException _) {
      throw unwritable();
    }
  }

  void keepRefusal(Request request) throws Refusal {
    try {
      write(request, request.json().put("refused", true).build());
    } catch (IOException _) {
      throw unwritable();
    }
  }

  private void write(Request request, Json.Obj json) throws IOException {
    folder.write(request.file(), (json.text() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Refusal unwritable() {
    return new Refusal(Reason.UNAVAILABLE, "the folder of pictures cannot be written");
  }
}
