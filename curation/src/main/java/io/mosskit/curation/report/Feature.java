package io.mosskit.curation.report;

import io.mosskit.schema.json.Json;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a member of records holds, over all of them: the type that Hugging Face `datasets` gives
/// it. Members that some records lack are null there.
///
/// Source: the Hub's documentation of dataset cards, `dataset_info.features`.
final class Feature {

  /// What values were met.
  private enum Sort {
    TEXT,
    WHOLE,
    REAL,
    BOOL,
    STRUCT,
    LIST
  }

  private final Set<Sort> sorts = EnumSet.noneOf(Sort.class);
  private final Map<String, Feature> members = new LinkedHashMap<>();
  private @Nullable Feature element;

  void add(Json value) {
    switch (value) {
      case Json.Str _ -> sorts.add(Sort.TEXT);
      case Json.Num number -> sorts.add(isWhole(number) ? Sort.WHOLE : Sort.REAL);
      case Json.Bool _ -> sorts.add(Sort.BOOL);
      case Json.Null _ -> {}
      case Json.Obj(Map<String, Json> values) -> {
        sorts.add(Sort.STRUCT);
        values.forEach(
            (name, member) -> members.computeIfAbsent(name, _ -> new Feature()).add(member));
      }
      case Json.Arr(List<Json> values) -> {
        sorts.add(Sort.LIST);
        Feature each = element == null ? new Feature() : element;
        element = each;
        values.forEach(each::add);
      }
    }
  }

  private static boolean isWhole(Json.Num number) {
    return number.lexeme().matches("-?\\d{1,18}");
  }

  /// The members in the order in which they were first met.
  Map<String, Feature> members() {
    return members;
  }

  /// `string`, `int64`, `float64`, `bool`, `null` where nothing else was met, `json` where what was
  /// met is of several kinds; null for an object or a list.
  @Nullable String dtype() {
    if (sorts.isEmpty()) {
      return "null";
    }
    if (sorts.equals(EnumSet.of(Sort.WHOLE, Sort.REAL))) {
      return "float64";
    }
    if (sorts.size() > 1) {
      return "json";
    }
    return switch (sorts.iterator().next()) {
      case TEXT -> "string";
      case WHOLE -> "int64";
      case REAL -> "float64";
      case BOOL -> "bool";
      case STRUCT -> members.isEmpty() ? "json" : null;
      case LIST -> null;
    };
  }

  /// The YAML lines of the members, as `features` has them.
  void yaml(String indent, StringBuilder yaml) {
    members.forEach((name, member) -> {
      yaml.append(indent).append("- name: ").append(Json.of(name).text()).append('\n');
      member.type(indent + "  ", yaml);
    });
  }

  private void type(String indent, StringBuilder yaml) {
    String dtype = dtype();
    if (dtype != null) {
      yaml.append(indent).append("dtype: ").append(quoted(dtype)).append('\n');
    } else if (element == null) {
      yaml.append(indent).append("struct:\n");
      yaml(indent, yaml);
    } else {
      list(indent, element, yaml);
    }
  }

  private static void list(String indent, Feature element, StringBuilder yaml) {
    String dtype = element.dtype();
    if (dtype != null) {
      yaml.append(indent).append("list: ").append(quoted(dtype)).append('\n');
    } else {
      yaml.append(indent).append("list:\n");
      if (element.element == null) {
        element.yaml(indent, yaml);
      } else {
        list(indent + "  ", element.element, yaml);
      }
    }
  }

  /// `null` in YAML is no text.
  private static String quoted(String dtype) {
    return dtype.equals("null") ? "'null'" : dtype;
  }
}
