package io.mosskit.generator.prompt;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads personas: a JSON object a line with `persona`, and where the file has them `id`,
/// `language` and `licence`. A line that is none becomes a rejection; none stops the reading.
final class PersonaReader {

  private static final String STAGE = "persona";

  private final List<Persona> personas = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private PersonaReader() {}

  /// The personas in these files.
  ///
  /// @throws IOException where a file does not exist
  static PersonaReader read(List<Path> files) throws IOException {
    PersonaReader reader = new PersonaReader();
    if (!files.isEmpty()) {
      Corpus lines = Corpus.of(files, ReadOptions.defaults());
      try (Scan<ValueEntry> scan = lines.scanValues(Function.identity())) {
        scan.forEach(reader::take);
      }
    }
    return reader;
  }

  List<Persona> personas() {
    return personas;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  private void take(ValueEntry line) {
    switch (line) {
      case ValueEntry.Rejected(Rejection rejection) -> rejections.add(rejection);
      case ValueEntry.Accepted(Json.Obj persona, Origin origin) -> take(persona, origin);
      case ValueEntry.Accepted(Json other, Origin origin) ->
          reject("not_an_object", "expected {\"persona\": …}", origin, other);
    }
  }

  private void take(Json.Obj line, Origin origin) {
    String text = line.string("persona");
    if (text == null || text.isBlank()) {
      reject("missing_persona", "the line has no text in \"persona\"", origin, line);
      return;
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      reject("half_character", "the text holds half a character, as \\ud83d is", origin, line);
      return;
    }
    Language language = language(line.string("language"), text);
    if (language == null) {
      reject("unknown_language", "name the language in the line: \"zh\" or \"en\"", origin, line);
      return;
    }
    String own = line.string("id");
    String id = own == null ? origin.defaultId() : own;
    if (!ids.add(id)) {
      reject("duplicate_id", "an earlier persona has the id \"" + id + "\"", origin, line);
      return;
    }
    String oneLine = text.strip().replaceAll("\\s+", " ");
    personas.add(new Persona(id, oneLine, language, line.string("licence")));
  }

  private static @Nullable Language language(@Nullable String declared, String text) {
    Language told =
        switch (declared == null ? Language.of(text).label() : declared) {
          case "zh" -> Language.ZH;
          case "en" -> Language.EN;
          default -> null;
        };
    return told;
  }

  private void reject(String reason, String detail, Origin origin, Json record) {
    rejections.add(new Rejection(STAGE, reason, detail, Json.Obj.EMPTY, origin, record));
  }
}
