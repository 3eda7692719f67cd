package io.mosskit.inference.serve.api;

import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Texts of a request: one or several, each as a text or as token ids.
final class PromptInput {

  private PromptInput() {}

  /// Their tokens.
  ///
  /// @param name of the member
  /// @param most how many there may be
  /// @param controlTokens what a control token in a text becomes
  static List<int[]> read(
      Members members, String name, int most, ServedModel model, ControlTokens controlTokens)
      throws Refusal {
    Json value = members.get(name);
    if (value == null) {
      throw Refusal.of(name, "you must provide `" + name + "`");
    }
    List<int[]> prompts = new ArrayList<>();
    if (value instanceof Json.Arr(List<Json> elements)
        && !elements.isEmpty()
        && !(elements.getFirst() instanceof Json.Num)) {
      if (elements.size() > most) {
        throw Refusal.of(
            name, "`%s` has %d texts; expected at most %d".formatted(name, elements.size(), most));
      }
      for (Json element : elements) {
        prompts.add(tokens(name, prompts.size(), element, model, controlTokens));
      }
    } else {
      prompts.add(tokens(name, 0, value, model, controlTokens));
    }
    return prompts;
  }

  private static int[] tokens(
      String name, int index, Json value, ServedModel model, ControlTokens controlTokens)
      throws Refusal {
    int[] ids =
        switch (value) {
          case Json.Str(String text) -> model.tokenizer().encode(text, controlTokens);
          case Json.Arr(List<Json> elements) -> ids(name, elements, model);
          case Json other ->
              throw Members.wrong(name, other, "a text, token ids, or an array of either");
        };
    if (ids.length == 0) {
      throw Refusal.of(name, "`" + name + "` has an empty text; expected at least one token");
    }
    if (ids.length > model.engine().context()) {
      throw Refusal.tooLong(
          name,
          "%d tokens in text %d of `%s`".formatted(ids.length, index + 1, name),
          model.engine().context());
    }
    return ids;
  }

  private static int[] ids(String name, List<Json> elements, ServedModel model) throws Refusal {
    int[] ids = new int[elements.size()];
    for (int i = 0; i < ids.length; i++) {
      if (!(elements.get(i) instanceof Json.Num(String lexeme))
          || !lexeme.matches("[0-9]{1,9}")
          || Integer.parseInt(lexeme) >= model.engine().vocabularySize()) {
        throw Members.wrong(
            name, elements.get(i), "a token id below " + model.engine().vocabularySize());
      }
      ids[i] = Integer.parseInt(lexeme);
    }
    return ids;
  }
}
