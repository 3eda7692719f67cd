package io.mosskit.schema.convert;

import io.mosskit.schema.Capability;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.ObjBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tool that may be called: for MOSS a switch line with its API, `- Calculator: enabled. API:
/// Calculate(expression)`; for the chat forms a function with a JSON Schema.
///
/// A MOSS command takes one text without double quotes. What a foreign call says beyond that
/// (several arguments, numbers, quotes) becomes the text of its argument object with single quotes
/// for double ones, and comes back as that object.
///
/// @param label what the switch line calls it
/// @param parameters the names of its arguments
record Tool(String label, String name, List<String> parameters) {

  private static final Pattern LINE =
      Pattern.compile("- (.+?): enabled\\. API: ([A-Za-z][A-Za-z0-9_]*)\\(([^()]*)\\)");

  /// The argument's name where nothing says it.
  private static final String ARGUMENT = "argument";

  Tool {
    parameters = List.copyOf(parameters);
  }

  /// The tools that a meta instruction switches on, in the order of its lines.
  static List<Tool> enabledBy(String metaInstruction) {
    List<Tool> tools = new ArrayList<>();
    for (String line : metaInstruction.split("\n", -1)) {
      Matcher api = LINE.matcher(line.strip());
      if (api.matches()) {
        List<String> parameters =
            Arrays.stream(api.group(3).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        tools.add(new Tool(api.group(1), api.group(2), parameters));
      }
    }
    return List.copyOf(tools);
  }

  /// MOSS's own plugin of that command.
  static Optional<Tool> ofPlugin(String command) {
    return Arrays.stream(Capability.values())
        .filter(capability -> capability.command().filter(command::equals).isPresent())
        .findFirst()
        .flatMap(capability ->
            enabledBy(new MetaInstruction.Switch(capability, true).line()).stream().findFirst());
  }

  /// The tool of that name: among these, else MOSS's own, else one whose argument has no known
  /// name.
  static Tool named(String name, List<Tool> tools) {
    return tools.stream()
        .filter(tool -> tool.name.equals(name))
        .findFirst()
        .or(() -> ofPlugin(name))
        .orElseGet(() -> new Tool(name, name, List.of(ARGUMENT)));
  }

  /// The line of a meta instruction that switches this tool on, without its newline.
  String switchLine() {
    return "- " + label + ": enabled. API: " + name + "(" + String.join(", ", parameters) + ")";
  }

  /// The function definition of the chat forms.
  Json.Obj definition() {
    ObjBuilder properties = Json.object();
    parameters.forEach(name -> properties.put(name, Json.object().put("type", "string").build()));
    Json.Obj schema =
        Json.object()
            .put("type", "object")
            .put("properties", properties.build())
            .put("required", parameters)
            .build();
    Json.Obj function =
        Json.object().put("name", name).put("description", label).put("parameters", schema).build();
    return Json.object().put("type", "function").put("function", function).build();
  }

  private String onlyParameter() {
    return parameters.size() == 1 ? parameters.getFirst() : ARGUMENT;
  }

  /// The arguments of a call with this text between its quotes.
  Json.Obj arguments(String text) {
    return quotedObject(text)
        .filter(object -> text(object).equals(text))
        .orElseGet(() -> Json.object().put(onlyParameter(), text).build());
  }

  /// The text between the quotes of a call with these arguments.
  String text(Json.Obj arguments) {
    String only = arguments.members().size() == 1 ? arguments.string(onlyParameter()) : null;
    if (only != null && only.indexOf('"') < 0 && only.indexOf('\n') < 0) {
      return only;
    }
    return singleQuoted(arguments.text());
  }

  private static String singleQuoted(String json) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\') {
        char escaped = json.charAt(++i);
        text.append(escaped == '"' ? "\\u0022" : "\\" + escaped);
      } else {
        text.append(c == '\'' ? "\\u0027" : c == '"' ? "'" : String.valueOf(c));
      }
    }
    return text.toString();
  }

  private static Optional<Json.Obj> quotedObject(String text) {
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return Optional.empty();
    }
    try {
      return Json.parse(text.replace('\'', '"')) instanceof Json.Obj object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonException _) {
      return Optional.empty();
    }
  }
}
