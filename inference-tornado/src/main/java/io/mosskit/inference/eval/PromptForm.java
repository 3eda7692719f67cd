package io.mosskit.inference.eval;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How an item is worded.
///
/// @param template with fields of the item in braces, `{question}`, and `{choices}` for the
///   lettered choices; empty for the usual wording in the item's language
/// @param delimiter between a prompt and its answer
/// @param style what a model chooses among
public record PromptForm(Optional<String> template, String delimiter, Style style) {

  /// What a model chooses among.
  public enum Style {
    /// The letters of the choices, which the prompt lists.
    LETTERS,
    /// The choices themselves.
    TEXTS
  }

  private static final Pattern FIELD = Pattern.compile("\\{([^{}\\s]+)}");
  private static final List<String> QUESTIONS =
      List.of("question", "query", "ctx", "prompt", "input", "context", "sentence", "goal");

  /// The usual wording, a blank before the answer.
  public static PromptForm of(Style style) {
    return new PromptForm(Optional.empty(), " ", style);
  }

  /// @throws IllegalArgumentException where the item lacks a field that the template names
  String prompt(Item item) {
    if (template.isEmpty()) {
      return usual(item);
    }
    return FIELD
        .matcher(template.get())
        .replaceAll(field -> Matcher.quoteReplacement(field(item, field.group(1))));
  }

  private String usual(Item item) {
    String question = question(item);
    if (item.choices().isEmpty() || style == Style.TEXTS) {
      return question;
    }
    boolean chinese = Language.of(question) == Language.ZH;
    return question + "\n" + choices(item) + (chinese ? "\n答案：" : "\nAnswer:");
  }

  private static String question(Item item) {
    return QUESTIONS.stream()
        .map(name -> item.fields().string(name))
        .filter(text -> text != null)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the item %s has none of the members %s: name its fields in prompt"
                    .formatted(item.id(), QUESTIONS)));
  }

  private static String field(Item item, String name) {
    if (name.equals("choices")) {
      return choices(item);
    }
    Json value = item.fields().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the item %s has no member \"%s\"; it has %s"
              .formatted(item.id(), name, item.fields().members().keySet()));
    }
    return ItemFields.text(value);
  }

  private static String choices(Item item) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < item.choices().size(); i++) {
      lines.append(i == 0 ? "" : "\n").append(Item.letter(i)).append(". ");
      lines.append(item.choices().get(i));
    }
    return lines.toString();
  }

  /// What follows the delimiter where the item is answered right.
  String answer(Item item) {
    return item.choices().isEmpty() ? item.answers().getFirst() : options(item).get(item.gold());
  }

  /// What the model chooses among.
  List<String> options(Item item) {
    return switch (style) {
      case TEXTS -> item.choices();
      case LETTERS -> IntStream.range(0, item.choices().size()).mapToObj(Item::letter).toList();
    };
  }
}
