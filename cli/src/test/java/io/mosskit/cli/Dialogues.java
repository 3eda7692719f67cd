package io.mosskit.cli;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Small dialogues for tests, and files of them.
final class Dialogues {

  /// A line that ends in the middle of a record.
  static final String CUT_LINE = "{\"conversation_id\": \"cut\", \"chat\": {\"turn_1\": {\"Hu";

  private Dialogues() {}

  /// Two turns in Chinese.
  static Conversation tea(String id) {
    return Conversation.of(
            id,
            MetaInstruction.plain(),
            List.of(
                Turn.plain(1, "泡绿茶用多少度的水合适？", "大约八十度，太烫会发苦。"),
                Turn.plain(2, "那红茶呢？", "红茶可以直接用沸水。")))
        .withCategory("honest");
  }

  /// One turn in English.
  static Conversation egg(String id) {
    return Conversation.of(
            id,
            MetaInstruction.plain(),
            List.of(Turn.plain(1, "How long do I boil an egg?", "Seven minutes for a soft yolk.")))
        .withCategory("honest");
  }

  /// A turn that calls the calculator.
  static Conversation dozen(String id) {
    return calling(id, "Calculate(\"12*12\")");
  }

  /// A turn whose commands do not parse; it can be read all the same.
  static Conversation garbled(String id) {
    return calling(id, "Calculate(\"12*12");
  }

  private static Conversation calling(String id, String commands) {
    return Conversation.of(
            id,
            MetaInstruction.sevenLines(Set.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR)),
            List.of(
                Turn.withPlugins(
                    1,
                    List.of(
                        "What is 12 times 12?",
                        "I multiply.",
                        commands,
                        "\nCalculate(\"12*12\") => '144'\n",
                        "It is 144.<sup><|1|></sup>"))))
        .withCategory("tool");
  }

  static String line(Conversation conversation) {
    return MossJson.json(conversation).text();
  }

  static Path write(Path file, Conversation... conversations) throws IOException {
    return writeLines(file, Stream.of(conversations).map(Dialogues::line).toList());
  }

  static Path writeLines(Path file, List<String> lines) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  static List<Json.Obj> read(Path file) throws IOException, JsonException {
    List<Json.Obj> records = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      records.add((Json.Obj) Json.parse(line));
    }
    return records;
  }
}
