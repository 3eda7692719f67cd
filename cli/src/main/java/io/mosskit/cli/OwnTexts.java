package io.mosskit.cli;

import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The prompts of our own seeds, Chinese and English, that the jar carries.
final class OwnTexts {

  private OwnTexts() {}

  static List<String> all() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Category category : Category.values()) {
      String name = "seeds/" + category.label() + ".jsonl";
      for (String line : DemoCommand.resource(name).lines().toList()) {
        texts.add(prompt(name, line));
      }
    }
    return texts;
  }

  private static String prompt(String name, String line) throws IOException {
    try {
      if (Json.parse(line) instanceof Json.Obj seed
          && seed.get("user_prompt") instanceof Json.Str(String prompt)) {
        return prompt;
      }
    } catch (JsonException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
    throw new IOException(name + ": a seed without a prompt: " + line);
  }
}
