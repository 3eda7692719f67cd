package io.mosskit.inference.eval;

import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds choices and answers in a record, under the names that published sets have: those of
/// lm-evaluation-harness (`choices` with `gold`, `answer` or `label`), ARC (`choices.text`,
/// `answerKey`), HellaSwag (`endings`), and columns `A`, `B`, … as in C-Eval, CMMLU and MMLU.
final class ItemFields {
  private static final List<String> CHOICES = List.of("choices", "endings", "options");
  private static final List<String> ANSWERS =
      List.of("gold", "answer", "label", "answerKey", "target", "answers", "reference");
  private static final List<String> IDS = List.of("id", "ind", "doc_id", "task_id");

  private ItemFields() {}

  /// @param defaultId for a record that has none
  /// @throws IllegalArgumentException saying what is missing or contradicts itself
  static Item item(Json.Obj record, String defaultId) {
    String id = first(record, IDS).map(ItemFields::text).orElse(defaultId);
    List<String> labels = new ArrayList<>();
    List<String> choices = choices(record, labels);
    Json answer =
        first(record, ANSWERS)
            .orElseThrow(() ->
                new IllegalArgumentException("no answer: expected one of the members " + ANSWERS));
    if (choices.isEmpty()) {
      return new Item(id, record, choices, -1, texts(answer));
    }
    Json one =
        answer instanceof Json.Arr(List<Json> several) && !several.isEmpty()
            ? several.getFirst()
            : answer;
    int gold = gold(text(one).strip(), choices, labels);
    return new Item(id, record, choices, gold, List.of(choices.get(gold)));
  }

  private static List<String> choices(Json.Obj record, List<String> labels) {
    Optional<Json> given = first(record, CHOICES);
    if (given.isPresent()) {
      return switch (given.get()) {
        case Json.Arr list -> texts(list);
        case Json.Obj object when object.get("text") instanceof Json.Arr list -> {
          if (object.get("label") instanceof Json.Arr named) {
            labels.addAll(texts(named));
          }
          yield texts(list);
        }
        case Json.Obj object -> {
          Map<String, Json> sorted = new TreeMap<>(object.members());
          labels.addAll(sorted.keySet());
          yield sorted.values().stream().map(ItemFields::text).toList();
        }
        case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
            throw new IllegalArgumentException("the choices are no list");
      };
    }
    List<String> columns = new ArrayList<>();
    for (Json choice = record.get(Item.letter(0));
        choice != null;
        choice = record.get(Item.letter(columns.size()))) {
      columns.add(text(choice));
    }
    return columns.size() < 2 ? List.of() : columns;
  }

  /// By its label where labels are given, else its letter, its number from 0, or its text.
  private static int gold(String answer, List<String> choices, List<String> labels) {
    int labelled = labels.indexOf(answer);
    if (labelled >= 0) {
      return labelled;
    }
    if (answer.length() == 1 && answer.charAt(0) >= 'A' && answer.charAt(0) <= 'Z') {
      int letter = answer.charAt(0) - 'A';
      if (letter < choices.size()) {
        return letter;
      }
    }
    if (answer.matches("\\d{1,2}") && Integer.parseInt(answer) < choices.size()) {
      return Integer.parseInt(answer);
    }
    int text = choices.indexOf(answer);
    if (text < 0) {
      throw new IllegalArgumentException(
          "the answer \"%s\" is none of the %d choices: expected a letter, a number from 0 or a text"
              .formatted(answer, choices.size()));
    }
    return text;
  }

  private static Optional<Json> first(Json.Obj record, List<String> names) {
    return names.stream()
        .map(record::get)
        .filter(value -> value != null && !(value instanceof Json.Null))
        .findFirst();
  }

  private static List<String> texts(Json value) {
    return value instanceof Json.Arr(List<Json> elements)
        ? elements.stream().map(ItemFields::text).toList()
        : List.of(text(value));
  }

  /// A text as it is, anything else as JSON.
  static String text(@Nullable Json value) {
    return switch (value) {
      case null -> "";
      case Json.Str(String text) -> text;
      case Json.Obj _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> value.text();
    };
  }
}
