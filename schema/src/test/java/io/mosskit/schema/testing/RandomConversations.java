package io.mosskit.schema.testing;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Random dialogues, Chinese and English, for property tests; the same seed gives the same one.
public final class RandomConversations {

  private static final List<Capability> PLUGINS =
      List.of(Capability.WEB_SEARCH, Capability.CALCULATOR, Capability.EQUATION_SOLVER);

  private final SplittableRandom random;
  private final RandomTexts texts;
  private final Set<Capability> enabled = EnumSet.noneOf(Capability.class);

  private RandomConversations(long seed) {
    this.random = new SplittableRandom(seed);
    this.texts = new RandomTexts(random, random.nextBoolean());
  }

  /// A dialogue without any violation of the format: one of the published meta instructions, in
  /// either form, with or without plugins and inner thoughts, one to four turns.
  public static Conversation of(long seed) {
    return new RandomConversations(seed).conversation();
  }

  /// A dialogue with a few things that the format does not want and a reader meets all the same:
  /// commands and results outside the grammar, odd white space, control characters, markers inside
  /// texts, missing markers, further members, shuffled keys, wrong counts.
  public static Conversation irregular(long seed) {
    RandomConversations source = new RandomConversations(seed);
    return new Irregularities(source.random, source.texts).in(source.conversation());
  }

  private Conversation conversation() {
    boolean withPlugins = random.nextBoolean();
    boolean image = withPlugins && texts.oneIn(6);
    if (image) {
      enabled.add(Capability.TEXT_TO_IMAGE);
    } else if (withPlugins) {
      enabled.add(texts.oneOf(PLUGINS));
      enabled.add(texts.oneOf(PLUGINS));
    }
    boolean thinks = withPlugins && !texts.oneIn(4);
    Set<Capability> switches = EnumSet.noneOf(Capability.class);
    switches.addAll(enabled);
    if (thinks) {
      switches.add(Capability.INNER_THOUGHTS);
    }
    MetaInstruction meta =
        thinks || random.nextBoolean()
            ? MetaInstruction.sevenLines(switches)
            : MetaInstruction.sixLines(switches);
    List<Turn> turns = new ArrayList<>();
    for (int number = 1, count = 1 + random.nextInt(4); number <= count; number++) {
      turns.add(withPlugins ? pluginTurn(number, thinks, image) : plainTurn(number));
    }
    Conversation conversation = Conversation.of("random-" + texts.number(), meta, turns);
    return image
        ? conversation
        : conversation.withCategory(
            withPlugins
                ? "tool"
                : texts.oneOf(List.of("writing", "code", "harmless_zh", "honest")));
  }

  private Turn plainTurn(int number) {
    return Turn.plain(number, texts.paragraph(), texts.paragraph());
  }

  private Turn pluginTurn(int number, boolean thinks, boolean image) {
    String thoughts = thinks ? texts.paragraph() : Field.NONE;
    if (image) {
      String call = Commands.body(List.of(new PluginCall("Text2Image", texts.words(4))));
      return turn(number, thoughts, call, "Image generated successfully.", texts.sentence());
    }
    List<PluginCall> calls = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      PluginCall call = call();
      if (!calls.contains(call)) {
        calls.add(call);
      }
    }
    List<Results.Block> blocks = new ArrayList<>();
    int results = 0;
    for (PluginCall call : calls) {
      boolean search = call.name().equals("Search");
      int found = search ? 1 + random.nextInt(3) : 0;
      String text = search ? snippets(results + 1, found) : result(call);
      blocks.add(new Results.Block(call, text, call.name().equals("Calculate")));
      results += found;
    }
    String cited = results == 0 ? "" : "<sup><|" + (1 + random.nextInt(results)) + "|></sup>";
    return turn(
        number,
        thoughts,
        Commands.body(calls),
        Results.body(blocks),
        texts.sentence() + cited + texts.sentence());
  }

  private Turn turn(int number, String thoughts, String calls, String results, String reply) {
    return Turn.withPlugins(number, List.of(texts.paragraph(), thoughts, calls, results, reply));
  }

  private PluginCall call() {
    String name = texts.oneOf(List.copyOf(enabled)).command().orElseThrow();
    return new PluginCall(
        name,
        switch (name) {
          case "Search" -> texts.words(3);
          case "Calculate" -> texts.number() + "*(" + texts.number() + "+1.5)";
          default -> "x^2-" + texts.number() + "=0;y='" + texts.number() + "'";
        });
  }

  private String snippets(int first, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String quote = texts.oneIn(4) ? "\"" : "'";
      String end = texts.oneIn(5) ? "" : quote;
      lines.add("<|" + (first + i) + "|>: " + quote + texts.words(6) + "\\n\\u200b" + end);
    }
    return String.join("\n", lines);
  }

  private String result(PluginCall call) {
    boolean calculated = call.name().equals("Calculate");
    if (texts.oneIn(4)) {
      return calculated ? "'No result.'" : "No result.";
    }
    return calculated
        ? "'" + texts.number() + ".25'"
        : "x_0 = " + texts.number() + "\nx_1 = -2.5 - 3.65*I";
  }

  /// A random id, as a string or a number.
  static Json id(RandomTexts texts) {
    return texts.oneIn(2) ? new Json.Num(texts.number()) : Json.of(texts.number());
  }
}
