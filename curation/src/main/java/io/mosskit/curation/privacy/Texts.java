package io.mosskit.curation.privacy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Walks over the texts of a dialogue: the meta instruction, the fields of the turns, and the
/// strings of all further members but ids, the category and the lineage.
final class Texts {
  private static final Set<String> NO_TEXTS =
      Set.of(Conversation.CATEGORY, Lineage.MEMBER, "id", "language", "licence");

  private Texts() {}

  /// Takes a text and gives what is to stand in its place.
  interface Visitor {

    /// Takes the next text.
    ///
    /// @param turn the number of the turn, 0 for what belongs to the whole record
    /// @param field the name of the member in which the text stands, with dots between the names
    ///   where it stands deeper
    String visit(int turn, String field, String text);
  }

  /// The dialogue with what a visitor makes of its texts, visited in an order that depends on the
  /// dialogue alone.
  static Conversation map(Conversation dialogue, Visitor visitor) {
    String meta = visitor.visit(0, Conversation.META_INSTRUCTION, dialogue.metaInstruction());
    List<Turn> turns = new ArrayList<>();
    dialogue.turns().forEach(turn -> turns.add(map(turn, visitor)));
    Map<String, Json> beside = members(dialogue.keys(), dialogue.beside(), 0, visitor);
    return new Conversation(
        dialogue.id(), meta, dialogue.declaredTurns(), turns, dialogue.keys(), beside);
  }

  private static Turn map(Turn turn, Visitor visitor) {
    List<String> values = new ArrayList<>();
    for (Field field : Field.values()) {
      values.add(visitor.visit(turn.number(), field.key(), turn.value(field)));
    }
    Map<String, Json> beside = members(turn.keys(), turn.beside(), turn.number(), visitor);
    return new Turn(turn.number(), values, turn.keys(), beside);
  }

  private static Map<String, Json> members(
      List<String> keys, Map<String, Json> beside, int turn, Visitor visitor) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String key : keys) {
      Json value = beside.get(key);
      if (value != null) {
        members.put(key, NO_TEXTS.contains(key) ? value : map(value, turn, key, visitor));
      }
    }
    return members;
  }

  private static Json map(Json value, int turn, String path, Visitor visitor) {
    return switch (value) {
      case Json.Str(String text) -> Json.of(visitor.visit(turn, path, text));
      case Json.Arr(List<Json> elements) -> {
        List<Json> mapped = new ArrayList<>();
        for (Json element : elements) {
          mapped.add(map(element, turn, path + "." + mapped.size(), visitor));
        }
        yield Json.of(mapped);
      }
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> mapped = new LinkedHashMap<>();
        members.forEach((name, member) ->
            mapped.put(
                name,
                NO_TEXTS.contains(name) ? member : map(member, turn, path + "." + name, visitor)));
        yield Json.of(mapped);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
