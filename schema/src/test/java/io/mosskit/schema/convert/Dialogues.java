package io.mosskit.schema.convert;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.List;
import java.util.Set;

/// Small dialogues and foreign records for the tests of conversion.
final class Dialogues {

  private Dialogues() {}

  /// Two turns in Chinese: two searches and a calculation, then a plain one.
  static Conversation tea() {
    return Conversation.of(
            "tea",
            MetaInstruction.sevenLines(
                Set.of(Capability.INNER_THOUGHTS, Capability.WEB_SEARCH, Capability.CALCULATOR)),
            List.of(
                Turn.withPlugins(
                    1,
                    List.of(
                        "绿茶用多少度的水？折合华氏多少度？",
                        "先查，再换算。",
                        "Search(\"绿茶 水温\"), Search(\"红茶 水温\"), Calculate(\"80*9/5+32\")",
                        """

                        Search("绿茶 水温") =>
                        <|1|>: '绿茶宜用80度左右的水'
                        <|2|>: '水温过高会破坏维生素'
                        Search("红茶 水温") =>
                        <|3|>: '红茶可用沸水'
                        Calculate("80*9/5+32") => '176.0'
                        """,
                        "八十度<sup><|1|></sup>，即176华氏度。")),
                Turn.withPlugins(2, List.of("谢谢！", "只是道谢。", Field.NONE, "\nNone\n", "不客气 🍵"))))
        .withCategory("tool");
  }

  /// One turn in English: an equation without a solution in the six-line prompt, no thoughts.
  static Conversation failedEquation() {
    return Conversation.of(
        "eq",
        MetaInstruction.sixLines(Set.of(Capability.EQUATION_SOLVER)),
        List.of(
            Turn.withPlugins(
                1,
                List.of(
                    "Solve x^2 = x^2 + 1, please.",
                    Field.NONE,
                    "Solve(\"x^2=x^2+1\")",
                    "\nSolve(\"x^2=x^2+1\") =>\nNo result.\n",
                    "There is no such x."))));
  }

  /// One turn in English with an inline result.
  static Conversation image() {
    return Conversation.of(
        "img",
        MetaInstruction.sevenLines(Set.of(Capability.INNER_THOUGHTS, Capability.TEXT_TO_IMAGE)),
        List.of(
            Turn.withPlugins(
                1,
                List.of(
                    "Draw a cat.",
                    "Ask the tool.",
                    "Text2Image(\"a cat\")",
                    "Image generated successfully.",
                    "Here it is."))));
  }

  /// A turn whose commands are outside the grammar.
  static Conversation malformed() {
    return Conversation.of(
        "bad",
        MetaInstruction.sevenLines(Set.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR)),
        List.of(
            Turn.withPlugins(
                1,
                List.of(
                    "2+2? 二加二？",
                    "Count. 算。",
                    "1. Calculate(\"2+2\")  # 加",
                    "\nCalculate(\"2+2\") => '4'\n",
                    "4"))));
  }

  /// JSON with single quotes for double ones.
  static Json.Obj json(String singleQuoted) {
    try {
      return (Json.Obj) Json.parse(singleQuoted.replace('\'', '"'));
    } catch (JsonException e) {
      throw new IllegalArgumentException(singleQuoted, e);
    }
  }
}
