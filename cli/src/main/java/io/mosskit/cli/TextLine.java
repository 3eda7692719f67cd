package io.mosskit.cli;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A record of any kind as its id and the text in one of its members.
sealed interface TextLine {

  /// A record that has such a text.
  ///
  /// @param id its `id`, else file and line
  record Found(String id, String text) implements TextLine {}

  /// A record that has none, or cannot be read.
  record Rejected(Rejection rejection) implements TextLine {}

  /// Looks for the text.
  ///
  /// @param field a member's name, or a path of names with dots
  static TextLine of(ValueEntry entry, String field) {
    return switch (entry) {
      case ValueEntry.Rejected(Rejection rejection) -> new Rejected(rejection);
      case ValueEntry.Accepted(Json record, Origin origin) -> {
        if (!(member(record, field) instanceof Json.Str(String text))) {
          yield rejected("missing_text", "no text in \"" + field + "\"", origin, record);
        }
        String id = id(record, origin);
        yield isWhole(text) && isWhole(id)
            ? new Found(id, text)
            : rejected("half_character", "half a character, as \\ud83d is", origin, record);
      }
    };
  }

  private static @Nullable Json member(Json record, String field) {
    if (!(record instanceof Json.Obj object)) {
      return null;
    }
    Json value = object.get(field);
    int dot = field.indexOf('.');
    if (value != null || dot < 0) {
      return value;
    }
    Json inner = object.get(field.substring(0, dot));
    return inner == null ? null : member(inner, field.substring(dot + 1));
  }

  private static String id(Json record, Origin origin) {
    return switch (record instanceof Json.Obj object ? object.get("id") : null) {
      case Json.Str(String id) -> id;
      case Json.Num(String id) -> id;
      case null, default -> origin.defaultId();
    };
  }

  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static Rejected rejected(String reason, String detail, Origin origin, Json record) {
    return new Rejected(new Rejection("novelty", reason, detail, Json.Obj.EMPTY, origin, record));
  }
}
