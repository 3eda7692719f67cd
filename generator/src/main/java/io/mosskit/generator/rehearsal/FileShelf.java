package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The files of `/v1/files`, kept in memory. Thread-safe.
final class FileShelf {

  private final InstantSource clock;
  private final SequencedMap<String, Stored> files = new LinkedHashMap<>();
  private int count;

  FileShelf(InstantSource clock) {
    this.clock = clock;
  }

  /// A file.
  private record Stored(String purpose, String name, String content, long createdAt) {}

  /// Keeps a file and returns its id.
  synchronized String put(String purpose, String name, String content) {
    String id = "file-rehearsal-" + ++count;
    files.putLast(id, new Stored(purpose, name, content, clock.instant().getEpochSecond()));
    return id;
  }

  synchronized Json.Obj upload(Multipart form) throws Refusal {
    String purpose = form.part("purpose").text();
    Multipart.Part file = form.part("file");
    if (!purpose.equals("batch")) {
      throw Refusal.of("purpose", "this server keeps files for `batch` only, not " + purpose);
    }
    return describe(put(purpose, file.fileName(), file.text()));
  }

  synchronized String content(String id) throws Refusal {
    return stored(id).content();
  }

  synchronized Json.Obj describe(String id) throws Refusal {
    Stored file = stored(id);
    return Json.object()
        .put("id", id)
        .put("object", "file")
        .put("bytes", file.content().getBytes(StandardCharsets.UTF_8).length)
        .put("created_at", file.createdAt())
        .put("filename", file.name())
        .put("purpose", file.purpose())
        .put("status", "processed")
        .build();
  }

  synchronized Json.Obj list() throws Refusal {
    List<Json> data = new ArrayList<>();
    for (String id : files.reversed().sequencedKeySet()) {
      data.add(describe(id));
    }
    return Json.object()
        .put("object", "list")
        .put("data", Json.of(data))
        .put("has_more", false)
        .build();
  }

  synchronized Json.Obj delete(String id) throws Refusal {
    stored(id);
    files.remove(id);
    return Json.object().put("id", id).put("object", "file").put("deleted", true).build();
  }

  private Stored stored(String id) throws Refusal {
    Stored file = files.get(id);
    if (file == null) {
      throw Refusal.noSuch("file", id);
    }
    return file;
  }
}
