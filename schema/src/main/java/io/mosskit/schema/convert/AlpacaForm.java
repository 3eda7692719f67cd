package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Alpaca: the last turn as `instruction` and `output`, those before it as `history`, pairs of user
/// text and reply. Thoughts, calls and results have no place in it.
final class AlpacaForm implements Form {

  private static final String INSTRUCTION = "instruction";
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";
  private static final String SYSTEM = "system";
  private static final String HISTORY = "history";

  @Override
  public String name() {
    return "alpaca";
  }

  @Override
  public Set<String> members() {
    return Set.of(INSTRUCTION, INPUT, OUTPUT, SYSTEM, HISTORY);
  }

  @Override
  public Set<Loss> losses() {
    return EnumSet.complementOf(EnumSet.of(Loss.HUMAN, Loss.REPLY));
  }

  @Override
  public Json.Obj encode(Conversation conversation) {
    List<Json> pairs = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      pairs.add(Json.ofStrings(List.of(turn.human(), turn.reply())));
    }
    boolean empty = pairs.isEmpty();
    Turn last = empty ? Turn.plain(1, "", "") : conversation.turns().getLast();
    return Json.object()
        .put(INSTRUCTION, last.human())
        .put(INPUT, "")
        .put(OUTPUT, last.reply())
        .put(SYSTEM, conversation.metaInstruction())
        .put(HISTORY, Json.of(empty ? pairs : pairs.subList(0, pairs.size() - 1)))
        .build();
  }

  @Override
  public Content decode(Json.Obj record) throws ConversionException {
    List<Turn> turns = new ArrayList<>();
    Json history = record.get(HISTORY);
    if (history != null && !(history instanceof Json.Null)) {
      List<Json> pairs = Members.array(record, HISTORY);
      for (int i = 0; i < pairs.size(); i++) {
        turns.add(turn(pairs.get(i), i, HISTORY + "[" + i + "]"));
      }
    }
    String human = Members.string(record, "", INSTRUCTION);
    String input = Members.optionalString(record, "", INPUT);
    if (input != null && !input.isEmpty()) {
      human = human.isEmpty() ? input : human + "\n" + input;
    }
    turns.add(Turn.plain(turns.size() + 1, human, Members.string(record, "", OUTPUT)));
    String system = Members.optionalString(record, "", SYSTEM);
    return new Content(Toolbox.metaInstruction(system, null, false), turns, Map.of());
  }

  private static Turn turn(Json pair, int index, String place) throws ConversionException {
    if (pair instanceof Json.Arr(List<Json> texts)
        && texts.size() == 2
        && texts.get(0) instanceof Json.Str(String human)
        && texts.get(1) instanceof Json.Str(String reply)) {
      return Turn.plain(index + 1, human, reply);
    }
    throw Members.wrong(pair, place, "a pair of user text and reply");
  }
}
