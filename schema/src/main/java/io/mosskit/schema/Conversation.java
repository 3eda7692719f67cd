package io.mosskit.schema;

import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One MOSS-003 dialogue, held so that writing it gives back the JSON value that was read: the type
/// of its id, the order of its keys, and members that the format does not know.
///
/// Source: MOSS reference, section A.2.
///
/// @param id a JSON integer (plugin sets) or string (plain sets); unique within a file only
/// @param metaInstruction the system prompt as it stands in the file
/// @param declaredTurns `num_turns` as declared; a validator compares it with [#turns]
/// @param turns the members of `chat` in their order
/// @param keys the names of the record's members in their order
/// @param beside all other members by name, `category` among them; what the toolkit adds stands
///   under `mosskit`
public record Conversation(
    Json id,
    String metaInstruction,
    int declaredTurns,
    List<Turn> turns,
    List<String> keys,
    Map<String, Json> beside) {

  public static final String ID = "conversation_id";
  public static final String META_INSTRUCTION = "meta_instruction";
  public static final String NUM_TURNS = "num_turns";
  public static final String CHAT = "chat";
  public static final String CATEGORY = "category";

  /// The member under which the toolkit keeps what it adds to a record.
  public static final String MOSSKIT = "mosskit";

  private static final List<String> REQUIRED = List.of(ID, META_INSTRUCTION, NUM_TURNS, CHAT);

  public Conversation {
    if (!(id instanceof Json.Num || id instanceof Json.Str)) {
      throw new IllegalArgumentException("an id is a number or a string, not " + id);
    }
    turns = List.copyOf(turns);
    keys = List.copyOf(keys);
    beside = Map.copyOf(beside);
    if (!keys.containsAll(REQUIRED) || keys.size() != REQUIRED.size() + beside.size()) {
      throw new IllegalArgumentException("a name for each member, once: " + keys);
    }
  }

  /// A new record in the published key order, without a category.
  public static Conversation of(String id, MetaInstruction meta, List<Turn> turns) {
    return new Conversation(Json.of(id), meta.text(), turns.size(), turns, REQUIRED, Map.of());
  }

  /// The id as text, without saying whether it was a number.
  public String idText() {
    return switch (id) {
      case Json.Str(String text) -> text;
      case Json.Num(String lexeme) -> lexeme;
      case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> throw new AssertionError(id);
    };
  }

  /// The system prompt with its plugin switches.
  public MetaInstruction meta() {
    return MetaInstruction.parse(metaInstruction);
  }

  /// The published `category` string, or null where the record has none (as in the text-to-image
  /// set).
  public @Nullable String categoryText() {
    return beside.get(CATEGORY) instanceof Json.Str(String text) ? text : null;
  }

  /// The same record with a member the format does not know set: in its old place, else at the end.
  public Conversation beside(String key, Json value) {
    if (REQUIRED.contains(key)) {
      throw new IllegalArgumentException("\"" + key + "\" is a field of the format itself");
    }
    Map<String, Json> members = new LinkedHashMap<>(beside);
    List<String> names = keys;
    if (members.put(key, value) == null) {
      names = new ArrayList<>(keys);
      names.add(key);
    }
    return new Conversation(id, metaInstruction, declaredTurns, turns, names, members);
  }

  /// The same record without that member; a field of the format itself cannot be left out.
  public Conversation without(String key) {
    if (!beside.containsKey(key)) {
      return this;
    }
    Map<String, Json> members = new LinkedHashMap<>(beside);
    members.remove(key);
    List<String> names = keys.stream().filter(name -> !name.equals(key)).toList();
    return new Conversation(id, metaInstruction, declaredTurns, turns, names, members);
  }

  /// The same record with that published category.
  public Conversation withCategory(String category) {
    return beside(CATEGORY, Json.of(category));
  }

  /// The same record with other turns, `num_turns` following.
  public Conversation withTurns(List<Turn> newTurns) {
    return new Conversation(id, metaInstruction, newTurns.size(), newTurns, keys, beside);
  }

  /// What the toolkit has added to this record; empty where it has added nothing.
  public Json.Obj mosskit() {
    return beside.get(MOSSKIT) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
  }

  /// The same record with one thing more that the toolkit says of it.
  public Conversation withMosskit(String name, Json value) {
    return beside(MOSSKIT, mosskit().with(name, value));
  }

  /// The id that names this record in one corpus: the toolkit's own where it has given one, else
  /// the published one.
  public String recordId() {
    String own = mosskit().string("id");
    return own == null ? idText() : own;
  }
}
