package io.mosskit.schema.testing;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/// Puts into a dialogue what the published data, and the data of others, have of irregular things.
final class Irregularities {

  private static final List<String> COMMANDS =
      List.of(
          "None.",
          "None. 不需要",
          "Non",
          "",
          "Search(\"a\"), None",
          "1. Calculate(\"1+1\")  # first\n2. Calculate(\"2+2\")",
          "Solve(\"x=1\", \"x\")",
          "Calculate(\"2\" + \"3\")",
          "Count(\"茶\")",
          "Search(\"tea\"),",
          "Calculate(\"{'a':1}\"), Matrix(\"{'argument':'b'}\")",
          "Calculate(\"1\"), Search(\"茶\"), Calculate(\"1\")");
  private static final List<String> RESULTS =
      List.of(
          "None",
          "\nNone\n",
          "",
          "Image generated successfully.",
          "\nfree text\n",
          "\nCalculate(\"1\") => '1'\nCalculate(\"1\") => '2'\nSearch(\"茶\") =>\n<|1|>: '茶'\n",
          "\nSearch(\"茶\") =>\n<|1|>: '茶'\nCalculate(\"1\") => No calculation results.\n",
          "\nCalculate(\"9\") => 'it\\'s'\n",
          "\nCount(\"茶\") => 5\n",
          "\nSolve(\"x=1\") =>\nNone\n",
          "\nCalculate(\"1\") =>\n'1'\n\n");
  private static final List<String> ODD =
      List.of(
          " ",
          "\n",
          "\t\u000b\u0000\u001f\u007f",
          "\u2028\u2029\u00a0\u3000\ufeff",
          "<eoh>",
          "<eoh>\n<|Inner Thoughts|>: None<eot>\n",
          "<eom>\n<|Human|>: 再来<eoh>\n",
          "<|Results|>:",
          "<think>\n嗯\n</think>\n\n",
          "</think>",
          "{\"name\": \"Search\"}",
          "\"'\\",
          "\ud83d",
          "\ude00",
          "👩‍🔬",
          "No result.",
          "None");

  private final SplittableRandom random;
  private final RandomTexts texts;

  Irregularities(SplittableRandom random, RandomTexts texts) {
    this.random = random;
    this.texts = texts;
  }

  Conversation in(Conversation conversation) {
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      Turn changed = turn;
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        changed = change(changed);
      }
      turns.add(changed);
    }
    if (texts.oneIn(8)) {
      turns.replaceAll(turn -> turn.numbered(turn.number() * 3));
    }
    return members(
        new Conversation(
            RandomConversations.id(texts),
            meta(conversation.metaInstruction()),
            texts.oneIn(5) ? 7 : turns.size(),
            turns,
            conversation.keys(),
            conversation.beside()));
  }

  private Turn change(Turn turn) {
    return switch (random.nextInt(7)) {
      case 0 -> turn.with(Field.COMMANDS, Field.COMMANDS.value(texts.oneOf(COMMANDS)));
      case 1 ->
          turn.with(Field.COMMANDS, Field.COMMANDS.value(texts.oneOf(COMMANDS)))
              .with(Field.TOOL_RESPONSES, Field.TOOL_RESPONSES.value(texts.oneOf(RESULTS)));
      case 2 -> turn.with(Field.TOOL_RESPONSES, Field.TOOL_RESPONSES.value(texts.oneOf(RESULTS)));
      case 3, 4 -> withOddText(turn, texts.oneOf(List.of(Field.values())));
      case 5 -> withoutMarkers(turn, texts.oneOf(List.of(Field.values())));
      default -> withFurtherMembers(turn);
    };
  }

  private Turn withOddText(Turn turn, Field field) {
    String body = turn.body(field);
    int at = texts.oneOf(List.of(0, body.length(), random.nextInt(body.length() + 1)));
    return turn.with(
        field, field.value(body.substring(0, at) + texts.oneOf(ODD) + body.substring(at)));
  }

  private Turn withoutMarkers(Turn turn, Field field) {
    String value = turn.value(field);
    return turn.with(
        field,
        switch (random.nextInt(4)) {
          case 0 -> turn.body(field);
          case 1 -> value.stripTrailing();
          case 2 -> value.substring(Math.min(value.length(), 1));
          default -> "";
        });
  }

  private Turn withFurtherMembers(Turn turn) {
    List<String> keys = new ArrayList<>(Turn.KEYS);
    Map<String, Json> beside = Map.of();
    if (random.nextBoolean()) {
      keys.add("note");
      beside = Map.of("note", Json.object().put("b", 1).put("a", texts.sentence()).build());
    }
    if (random.nextBoolean()) {
      Collections.shuffle(keys, new Random(random.nextLong()));
    }
    return new Turn(turn.number(), turn.values(), keys, beside);
  }

  private String meta(String published) {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> texts.sentence();
      case 2 -> published.stripTrailing();
      case 3 -> published + "- Weather report: enabled. API: Weather(city, unit)\n";
      case 4 -> texts.oneOf(ODD) + published;
      default -> published;
    };
  }

  private Conversation members(Conversation conversation) {
    Conversation result = conversation;
    for (String name : List.of("source", "messages", "tools", "text", "id", "system", "mosskit")) {
      if (texts.oneIn(9)) {
        result = result.beside(name, value());
      }
    }
    if (texts.oneIn(9)) {
      result = result.beside(Conversation.CATEGORY, value());
    }
    List<String> keys = new ArrayList<>(result.keys());
    if (texts.oneIn(6)) {
      Collections.shuffle(keys, new Random(random.nextLong()));
    }
    return new Conversation(
        result.id(),
        result.metaInstruction(),
        result.declaredTurns(),
        result.turns(),
        keys,
        result.beside());
  }

  private Json value() {
    return switch (random.nextInt(6)) {
      case 0 -> new Json.Null();
      case 1 -> new Json.Num("1.50e3");
      case 2 -> Json.of(texts.sentence());
      case 3 -> Json.ofStrings(List.of(texts.words(1)));
      case 4 -> Json.object().put("residue", "{}").put("id", texts.number()).build();
      default -> Json.object().put("residue", texts.words(2)).put("lineage", true).build();
    };
  }
}
