package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// What a dialogue has beyond the one that its converted record gives back, so that the two
/// together are the dialogue again. It holds whole values, never edits of texts. The residue of a
/// turn names, by a checksum, the turn that it belongs to: where somebody has changed the record
/// since, the change stands and the residue of that turn is left.
///
/// @param json the residue as it stands in a record
/// @param lost the same in kinds
record Residue(Json.Obj json, List<Lost> lost) {

  private static final String UNREADABLE = "unreadable";
  private static final String TURN_COUNT = "turn_count";
  static final String BESIDE = "beside";
  static final String KEYS = "keys";
  private static final String TURNS = "turns";
  private static final String TURN = "turn";
  private static final String OF = "of";

  /// No dialogue has as many turns; a residue that says so is broken.
  private static final int MOST_TURNS = 1_000_000;

  Residue {
    lost = List.copyOf(lost);
  }

  boolean isEmpty() {
    return json.members().isEmpty();
  }

  /// What `original` has beyond `back`.
  static Residue between(Conversation back, Conversation original) {
    List<Lost> lost = new ArrayList<>();
    ObjBuilder json = Json.object();
    if (!back.id().equals(original.id())) {
      json.put(Conversation.ID, original.id());
      lost.add(new Lost(Loss.ID_TYPE, 0));
    }
    if (!back.metaInstruction().equals(original.metaInstruction())) {
      json.put(Conversation.META_INSTRUCTION, original.metaInstruction());
      lost.add(new Lost(Loss.META_INSTRUCTION, 0));
    }
    if (original.declaredTurns() != original.turns().size()) {
      json.put(Conversation.NUM_TURNS, original.declaredTurns());
      lost.add(new Lost(Loss.NUM_TURNS, 0));
    }
    if (back.turns().size() != original.turns().size()) {
      json.put(TURN_COUNT, original.turns().size());
      lost.add(new Lost(Loss.TURNS, 0));
    }
    json.put(TURNS, turnsBetween(back.turns(), original.turns(), lost));
    betweenMembers(back, original, json, lost);
    return new Residue(json.build(), lost);
  }

  /// The residue of a record that the form alone cannot read.
  static Residue ofUnreadable(Conversation blank, Conversation original) {
    Residue residue = between(blank, original);
    return new Residue(residue.json.with(UNREADABLE, Json.of(true)), residue.lost);
  }

  static boolean isOfUnreadable(Json.Obj residue) {
    return residue.get(UNREADABLE) != null;
  }

  private static void betweenMembers(
      Conversation back, Conversation original, ObjBuilder json, List<Lost> lost) {
    ObjBuilder beside = Json.object();
    Conversation completed = back;
    for (String key : original.keys()) {
      Json value = original.beside().get(key);
      if (value != null && !sameText(value, back.beside().get(key))) {
        beside.put(key, value);
        completed = completed.beside(key, value);
      }
    }
    if (!beside.build().members().isEmpty()) {
      json.put(BESIDE, beside.build());
      lost.add(new Lost(Loss.MEMBERS, 0));
    }
    if (!completed.keys().equals(original.keys())) {
      json.put(KEYS, original.keys());
      lost.add(new Lost(Loss.KEY_ORDER, 0));
    }
  }

  private static @Nullable Json turnsBetween(
      List<Turn> back, List<Turn> original, List<Lost> lost) {
    List<Json> turns = new ArrayList<>();
    for (int i = 0; i < original.size(); i++) {
      Turn before = i < back.size() ? back.get(i) : absent(i + 1);
      Json.Obj turn = TurnResidue.between(before, original.get(i), i + 1, lost);
      if (!turn.members().isEmpty()) {
        ObjBuilder entry = Json.object().put(TURN, i + 1).put(OF, checksum(before));
        turn.members().forEach(entry::put);
        turns.add(entry.build());
      }
    }
    return turns.isEmpty() ? null : Json.of(turns);
  }

  /// What stands for a turn that is not there: one whose fields are all empty.
  private static Turn absent(int number) {
    return new Turn(number, List.of("", "", "", "", ""), Turn.KEYS, Map.of());
  }

  private static boolean sameText(Json left, @Nullable Json right) {
    return right != null && left.text().equals(right.text());
  }

  private static String checksum(Turn turn) {
    CRC32 crc = new CRC32();
    for (String value : turn.values()) {
      crc.update(value.getBytes(StandardCharsets.UTF_8));
      crc.update(0);
    }
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /// The dialogue that a record gives back, completed by its residue.
  static Conversation apply(Json.Obj residue, Conversation back) throws ConversionException {
    List<Turn> turns = turns(residue, back.turns());
    List<String> own = new ArrayList<>(back.keys());
    own.removeAll(back.beside().keySet());
    Map<String, Json> beside = new LinkedHashMap<>(back.beside());
    List<String> keys = new ArrayList<>(back.keys());
    beside(residue, own)
        .forEach((name, value) -> {
          if (beside.put(name, value) == null) {
            keys.add(name);
          }
        });
    String meta = residue.string(Conversation.META_INSTRUCTION);
    return new Conversation(
        id(residue.get(Conversation.ID), back.id()),
        meta == null ? back.metaInstruction() : meta,
        number(residue, Conversation.NUM_TURNS, 0).orElse(turns.size()),
        turns,
        inOrder(keys, residue.get(KEYS)),
        beside);
  }

  /// The members beside those names that a residue holds.
  static Map<String, Json> beside(Json.Obj residue, List<String> own) {
    Map<String, Json> beside = new LinkedHashMap<>();
    if (residue.get(BESIDE) instanceof Json.Obj(Map<String, Json> members)) {
      beside.putAll(members);
    }
    beside.keySet().removeAll(own);
    return beside;
  }

  /// A number of a residue, where it has it.
  static OptionalInt number(Json.Obj residue, String name, int least) throws ConversionException {
    Json value = residue.get(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value instanceof Json.Num(String lexeme) && lexeme.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(lexeme);
      if (number >= least) {
        return OptionalInt.of(number);
      }
    }
    throw ExactCodec.brokenResidue(name + " is " + value.text());
  }

  /// The id with its type, unless it was changed.
  private static Json id(@Nullable Json kept, Json id) {
    return kept instanceof Json.Num(String lexeme) && Json.of(lexeme).equals(id) ? kept : id;
  }

  /// The names in the order that the residue gives; those it does not know come last.
  static List<String> inOrder(List<String> names, @Nullable Json order) {
    List<String> ordered = new ArrayList<>();
    if (order instanceof Json.Arr(List<Json> elements)) {
      for (Json element : elements) {
        if (element instanceof Json.Str(String name)
            && names.contains(name)
            && !ordered.contains(name)) {
          ordered.add(name);
        }
      }
    }
    names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
    return ordered;
  }

  private static List<Turn> turns(Json.Obj residue, List<Turn> back) throws ConversionException {
    List<Turn> turns = new ArrayList<>(back);
    int count = number(residue, TURN_COUNT, 0).orElse(turns.size());
    if (count > back.size() + MOST_TURNS) {
      throw ExactCodec.brokenResidue(TURN_COUNT + " is " + count);
    }
    while (turns.size() > count) {
      turns.removeLast();
    }
    while (turns.size() < count) {
      turns.add(absent(turns.size() + 1));
    }
    if (residue.get(TURNS) instanceof Json.Arr(List<Json> entries)) {
      for (Json entry : entries) {
        if (entry instanceof Json.Obj of) {
          int at = number(of, TURN, 1).orElse(0) - 1;
          if (at >= 0 && at < turns.size() && checksum(turns.get(at)).equals(of.string(OF))) {
            turns.set(at, TurnResidue.apply(of, turns.get(at)));
          }
        }
      }
    }
    return turns;
  }
}
