package io.mosskit.inference.checkpoint;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads JSON of bounded size and says what is wrong with it in the name of its file.
record JsonFile(Path path) {

  /// More than ten times what the largest published model needs. What JSON becomes in memory can be
  /// fifty times its size.
  static final int MOST_BYTES = 8 << 20;

  /// The object that the whole file is.
  Json.Obj object() throws IOException {
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw problem("is larger than %d bytes".formatted(MOST_BYTES));
      }
      return object(Files.readAllBytes(path));
    } catch (NoSuchFileException _) {
      throw problem("is missing; name the folder with the files of a MOSS model");
    }
  }

  /// The object in a part of the file.
  Json.Obj object(MemorySegment part) throws CheckpointException {
    return object(part.toArray(ValueLayout.JAVA_BYTE));
  }

  private Json.Obj object(byte[] utf8) throws CheckpointException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return object(Json.parse(text), "the JSON");
    } catch (CharacterCodingException _) {
      throw problem("the JSON is no UTF-8");
    } catch (JsonException e) {
      throw problem("broken JSON: " + e.getMessage());
    }
  }

  Json.Obj object(@Nullable Json value, String what) throws CheckpointException {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw unexpected(what, value, "an object");
  }

  Json.Arr array(@Nullable Json value, String what) throws CheckpointException {
    if (value instanceof Json.Arr array) {
      return array;
    }
    throw unexpected(what, value, "an array");
  }

  String string(@Nullable Json value, String what) throws CheckpointException {
    if (value instanceof Json.Str(String text)) {
      return text;
    }
    throw unexpected(what, value, "a string");
  }

  long integer(@Nullable Json value, String what) throws CheckpointException {
    if (value instanceof Json.Num(String lexeme)) {
      try {
        return Long.parseLong(lexeme);
      } catch (NumberFormatException _) {
        throw unexpected(what, value, "an integer of at most 64 bits");
      }
    }
    throw unexpected(what, value, "an integer");
  }

  CheckpointException problem(String problem) {
    return new CheckpointException(path, problem);
  }

  private CheckpointException unexpected(String what, @Nullable Json found, String expected) {
    String text = found == null ? "missing" : found.text();
    return problem(
        "%s is %s, but must be %s"
            .formatted(what, text.length() <= 60 ? text : text.substring(0, 60) + "…", expected));
  }
}
