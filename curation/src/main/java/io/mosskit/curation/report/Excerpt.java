package io.mosskit.curation.report;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report shows of a rejected record: the turn that its rejection speaks of, else the first.
///
/// @param id of the record, empty where it has none
/// @param language of the user's words, empty where nobody has told it
/// @param parts at least one
record Excerpt(String id, String language, List<Part> parts) {
  private static final int CHARACTERS = 240;
  private static final String CUT = "…";

  /// A text and who wrote it, `Record` where that could not be told.
  record Part(String by, String text) {}

  static Excerpt of(Rejection rejection) {
    Json.Obj record = object(rejection.record());
    Json.Obj mosskit = object(record.get(Conversation.MOSSKIT));
    Json.Obj turn = turn(object(record.get(Conversation.CHAT)), rejection.values());
    List<Part> parts = new ArrayList<>();
    add("User", Field.HUMAN, turn, parts);
    add("Reply", Field.MOSS, turn, parts);
    if (parts.isEmpty()) {
      parts.add(new Part("Record", cut(raw(rejection.record()))));
    }
    return new Excerpt(text(mosskit, "id"), text(mosskit, "language"), parts);
  }

  private static Json.Obj object(@Nullable Json json) {
    return json instanceof Json.Obj object ? object : Json.Obj.EMPTY;
  }

  private static String text(Json.Obj object, String name) {
    String text = object.string(name);
    return text == null ? "" : text;
  }

  private static Json.Obj turn(Json.Obj chat, Json.Obj values) {
    if (values.get("turn") instanceof Json.Num(String number)
        && chat.get("turn_" + number) instanceof Json.Obj turn) {
      return turn;
    }
    return chat.members().values().stream().findFirst().map(Excerpt::object).orElse(Json.Obj.EMPTY);
  }

  private static void add(String by, Field field, Json.Obj turn, List<Part> parts) {
    String value = turn.string(field.key());
    if (value != null) {
      parts.add(new Part(by, cut(field.body(value))));
    }
  }

  /// What the reader kept of something that is no record stands in one of these members.
  private static String raw(Json record) {
    for (String member : List.of("text", "head", "base64")) {
      String value = object(record).string(member);
      if (value != null) {
        return value;
      }
    }
    return record.text();
  }

  /// At most so many characters of a text.
  static String cut(String text) {
    return text.codePointCount(0, text.length()) <= CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, CHARACTERS)) + CUT;
  }
}
