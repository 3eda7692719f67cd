package io.mosskit.curation;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Some thousand drafts on disk: their lines, their notes and the sketches of the candidates, each
/// in a file, and a seal that is written last. A batch without its seal was never written.
///
/// @param folder that of all batches
/// @param number from 0
record Batch(Path folder, int number) {

  /// What the seal says.
  ///
  /// @param drafts how many it holds
  /// @param candidates how many of them are candidates
  /// @param last the note of the last one: where reading goes on
  record Seal(int drafts, int candidates, Note last) {

    Json.Obj json() {
      return Json.object()
          .put("drafts", drafts)
          .put("candidates", candidates)
          .put("last", last.json())
          .build();
    }

    static Seal parse(String text) throws IOException {
      try {
        Json.Obj json = (Json.Obj) Json.parse(text);
        return new Seal(
            number(json, "drafts"),
            number(json, "candidates"),
            Note.parse(String.valueOf(json.get("last"))));
      } catch (JsonException | ClassCastException | NumberFormatException e) {
        throw new IOException("no seal of a batch: " + text, e);
      }
    }

    private static int number(Json.Obj json, String name) {
      return Integer.parseInt(String.valueOf(json.get(name)));
    }
  }

  Path lines() {
    return file("lines.jsonl");
  }

  Path notes() {
    return file("notes.jsonl");
  }

  Path sketches() {
    return file("sketches");
  }

  Path seal() {
    return file("seal.json");
  }

  private Path file(String what) {
    return folder.resolve(String.format(Locale.ROOT, "%06d.%s", number, what));
  }

  /// The seal, empty where the batch was not finished.
  Optional<Seal> sealed() throws IOException {
    return Files.exists(seal())
        ? Optional.of(Seal.parse(Files.readString(seal())))
        : Optional.empty();
  }

  /// Takes one note after another.
  interface NoteVisitor {
    void visit(Note note) throws IOException;
  }

  /// Takes one draft after another.
  interface DraftVisitor {
    void visit(Note note, byte[] line) throws IOException;
  }

  void forEachNote(NoteVisitor visitor) throws IOException {
    try (BufferedReader notes = Files.newBufferedReader(notes())) {
      for (String line = notes.readLine(); line != null; line = notes.readLine()) {
        visitor.visit(Note.parse(line));
      }
    }
  }

  void forEachDraft(DraftVisitor visitor) throws IOException {
    try (InputStream lines = new BufferedInputStream(Files.newInputStream(lines()), 1 << 16)) {
      forEachNote(note -> {
        byte[] line = lines.readNBytes(note.bytes());
        if (line.length < note.bytes()) {
          throw new IOException(lines() + " ends in the middle of a record; delete " + folder);
        }
        visitor.visit(note, line);
      });
    }
  }
}
