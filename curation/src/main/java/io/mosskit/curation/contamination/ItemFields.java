package io.mosskit.curation.contamination;

import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the texts of an item stand in its record.
///
/// @param named the members that the user named, with dots for members of members; where empty, the
///   members that evaluation sets usually have are taken, in any case of letters
record ItemFields(List<String> named) {

  /// What the question is called, in the order in which one is chosen.
  private static final List<String> QUESTIONS =
      List.of(
          "question",
          "query",
          "stem",
          "prompt",
          "problem",
          "instruction",
          "goal",
          "sentence",
          "premise",
          "ctx",
          "user_prompt",
          "input",
          "turns",
          "text",
          "题目",
          "问题");

  /// What else belongs to an item.
  private static final List<String> OTHERS =
      List.of(
          "context",
          "passage",
          "article",
          "paragraph",
          "story",
          "support",
          "hypothesis",
          "choices",
          "options",
          "endings",
          "a",
          "b",
          "c",
          "d",
          "e",
          "option1",
          "option2",
          "sol1",
          "sol2",
          "answer",
          "answers",
          "best_answer",
          "correct_answers",
          "target",
          "output",
          "completion",
          "response",
          "reference",
          "solution",
          "canonical_solution",
          "explanation",
          "rationale",
          "code",
          "test",
          "选项",
          "答案",
          "解析");

  private static final List<String> IDS =
      List.of("id", "task_id", "question_id", "qid", "doc_id", "idx", "index", "guid");

  /// In samples that lm-evaluation-harness has logged, the item.
  private static final String DOC = "doc";

  ItemFields {
    named = List.copyOf(named);
  }

  /// Whether a row of cells names columns, rather than being an item.
  boolean isHeader(List<String> cells) {
    return cells.stream()
        .map(ItemFields::key)
        .anyMatch(cell -> QUESTIONS.contains(cell) || keys(named).contains(cell));
  }

  /// The texts of a record, the question first; none where it has none of the members.
  List<String> texts(Json record) {
    return switch (record) {
      case Json.Str(String text) -> List.of(text);
      case Json.Obj object -> texts(object);
      case Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ -> List.of();
    };
  }

  private List<String> texts(Json.Obj record) {
    List<String> texts = new ArrayList<>();
    if (!named.isEmpty()) {
      named.forEach(path -> collect(at(record, path), texts));
      return texts;
    }
    Map<String, Json> members = new LinkedHashMap<>();
    record.members().forEach((name, value) -> members.putIfAbsent(key(name), value));
    if (QUESTIONS.stream().noneMatch(members::containsKey)
        && members.get(DOC) instanceof Json.Obj doc) {
      return texts(doc);
    }
    QUESTIONS.forEach(name -> collect(members.get(name), texts));
    OTHERS.forEach(name -> collect(members.get(name), texts));
    return texts;
  }

  /// The id that a record gives itself.
  static Optional<String> id(Json record) {
    if (!(record instanceof Json.Obj object)) {
      return Optional.empty();
    }
    for (String name : IDS) {
      switch (object.get(name)) {
        case Json.Str(String id) when !id.isBlank() -> {
          return Optional.of(id);
        }
        case Json.Num(String id) -> {
          return Optional.of(id);
        }
        case null, default -> {}
      }
    }
    return Optional.empty();
  }

  private static @Nullable Json at(Json.Obj record, String path) {
    Json value = record.get(path);
    int dot = path.indexOf('.');
    return value == null && dot > 0 && record.get(path.substring(0, dot)) instanceof Json.Obj inner
        ? at(inner, path.substring(dot + 1))
        : value;
  }

  /// All texts in a value, such as the options in a list.
  private static void collect(@Nullable Json value, List<String> texts) {
    switch (value) {
      case Json.Str(String text) -> texts.add(text);
      case Json.Arr(List<Json> elements) -> elements.forEach(element -> collect(element, texts));
      case Json.Obj object -> object.members().values().forEach(member -> collect(member, texts));
      case Json.Num _, Json.Bool _, Json.Null _ -> {}
      case null -> {}
    }
  }

  private static List<String> keys(List<String> names) {
    return names.stream().map(ItemFields::key).toList();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
