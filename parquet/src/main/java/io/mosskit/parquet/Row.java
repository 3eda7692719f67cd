package io.mosskit.parquet;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A dialogue as a row.
final class Row {

  /// The columns and their types, as DuckDB spells them.
  static final String COLUMNS =
      """
      {conversation_id: 'VARCHAR', category: 'VARCHAR', language: 'VARCHAR', num_turns: 'INTEGER',
       messages: 'STRUCT(role VARCHAR, content VARCHAR, reasoning_content VARCHAR,
                         tool_calls STRUCT(id VARCHAR, type VARCHAR,
                                           "function" STRUCT(name VARCHAR, arguments VARCHAR))[],
                         tool_call_id VARCHAR, name VARCHAR)[]',
       tools: 'VARCHAR', moss: 'VARCHAR'}\
      """;

  /// The column that holds the MOSS-003 line.
  static final String MOSS = "moss";

  private Row() {}

  /// The row as a JSON object. Halves of surrogate pairs, which Parquet cannot hold, are U+FFFD
  /// everywhere but in the `moss` column, whose text escapes them.
  static Json.Obj of(Conversation conversation) {
    Json.Obj record = Codecs.messages().writePlain(conversation).record();
    Json tools = record.get("tools");
    Json.Obj visible =
        Json.object()
            .put("conversation_id", conversation.idText())
            .put("category", conversation.categoryText())
            .put("language", language(conversation))
            .put("num_turns", conversation.turns().size())
            .put("messages", record.get("messages"))
            .put("tools", tools == null ? null : tools.text())
            .build();
    Map<String, Json> row = new LinkedHashMap<>();
    visible.members().forEach((name, value) -> row.put(name, wellFormed(value)));
    row.put(MOSS, Json.of(MossJson.line(conversation)));
    return Json.of(row);
  }

  /// The language that the record says it is of, else that of the user's words.
  private static String language(Conversation conversation) {
    String tagged = conversation.mosskit().string("language");
    return tagged == null
        ? Language.of(
                conversation.turns().stream().map(Turn::human).collect(Collectors.joining("\n")))
            .label()
        : tagged;
  }

  private static Json wellFormed(Json value) {
    return switch (value) {
      case Json.Str(String text) -> Json.of(wellFormed(text));
      case Json.Arr(List<Json> elements) ->
          Json.of(elements.stream().map(Row::wellFormed).toList());
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> copy = new LinkedHashMap<>();
        members.forEach((name, member) -> copy.put(name, wellFormed(member)));
        yield Json.of(copy);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static String wellFormed(String text) {
    // The encoder puts U+FFFD in the place of what is not well-formed.
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE)
        : text;
  }
}
