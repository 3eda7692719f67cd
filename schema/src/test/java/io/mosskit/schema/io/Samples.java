package io.mosskit.schema.io;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.util.List;
import java.util.Set;

/// Small dialogues written for tests.
public final class Samples {

  private Samples() {}

  /// Two turns in Chinese.
  public static Conversation chinese(String id) {
    return Conversation.of(
        id,
        MetaInstruction.plain(),
        List.of(
            Turn.plain(1, "泡茶用多少度的水合适？", "绿茶大约八十度，红茶可以用沸水。"),
            Turn.plain(2, "那白茶呢？", "白茶用九十度左右的水就好。")));
  }

  /// One turn in English.
  public static Conversation english(String id) {
    return Conversation.of(
        id,
        MetaInstruction.plain(),
        List.of(Turn.plain(1, "How long do I boil an egg?", "Seven minutes for a soft yolk.")));
  }

  /// A turn that calls the calculator.
  public static Conversation calculator(String id) {
    return Conversation.of(
        id,
        MetaInstruction.sevenLines(Set.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR)),
        List.of(
            Turn.withPlugins(
                1,
                List.of(
                    "What is 12 times 12?",
                    "I multiply.",
                    "Calculate(\"12*12\")",
                    "\nCalculate(\"12*12\") => '144'\n",
                    "It is 144.<sup><|1|></sup>"))));
  }
}
