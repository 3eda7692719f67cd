package io.mosskit.schema.convert;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The `tools` of a record of a chat form and the switch lines of a meta instruction.
final class Toolbox {

  static final String TOOLS = "tools";

  /// What `tools` was called before; read, not written.
  static final String FUNCTIONS = "functions";

  private Toolbox() {}

  /// The definitions for a dialogue: those that it kept from a foreign record, else those of the
  /// plugins that its meta instruction switches on; null where there are none.
  static @Nullable Json definitions(Conversation conversation) {
    Json kept = conversation.beside().get(TOOLS);
    return kept instanceof Json.Arr ? kept : definitions(conversation.metaInstruction());
  }

  private static @Nullable Json definitions(String metaInstruction) {
    List<Tool> tools = Tool.enabledBy(metaInstruction);
    return tools.isEmpty() ? null : Json.of(tools.stream().map(Tool::definition).toList());
  }

  /// The definitions in a record, an array or its JSON text; null where there are none.
  static @Nullable Json read(Json.Obj record) throws ConversionException {
    String name = record.get(TOOLS) == null ? FUNCTIONS : TOOLS;
    Json value = record.get(name);
    if (value instanceof Json.Str(String text)) {
      value = text.isBlank() ? null : parsed(text, name);
    }
    return switch (value) {
      case null -> null;
      case Json.Null _ -> null;
      case Json.Arr array -> array.elements().isEmpty() ? null : array;
      case Json.Obj _, Json.Str _, Json.Num _, Json.Bool _ ->
          throw Members.wrong(value, name, "an array of function definitions");
    };
  }

  private static Json parsed(String text, String name) throws ConversionException {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      throw new ConversionException(
          ConversionException.Fault.WRONG_TYPE,
          name,
          "expected the JSON text of function definitions, found "
              + e.getMessage()
              + "; mend it or delete the member");
    }
  }

  /// The meta instruction of a record: its system text, or the published one where it has none,
  /// with a switch line for each tool that it does not name.
  ///
  /// @param system null or blank where the record has none
  /// @param thinks whether the assistant has inner thoughts anywhere
  static String metaInstruction(@Nullable String system, @Nullable Json tools, boolean thinks) {
    List<Tool> foreign = tools(tools);
    StringBuilder text =
        new StringBuilder(
            system == null || system.isBlank() ? published(foreign, thinks).text() : system);
    List<Tool> enabled = Tool.enabledBy(text.toString());
    for (Tool tool : foreign) {
      if (enabled.stream().noneMatch(known -> known.name().equals(tool.name()))) {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n");
        text.append(Tool.ofPlugin(tool.name()).orElse(tool).switchLine()).append('\n');
      }
    }
    return text.toString();
  }

  private static MetaInstruction published(List<Tool> tools, boolean thinks) {
    Set<Capability> enabled = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.values()) {
      capability
          .command()
          .filter(command -> tools.stream().anyMatch(tool -> tool.name().equals(command)))
          .ifPresent(_ -> enabled.add(capability));
    }
    if (thinks) {
      enabled.add(Capability.INNER_THOUGHTS);
    }
    return MetaInstruction.sevenLines(enabled);
  }

  /// The definitions that a dialogue must keep because its meta instruction does not say as much.
  static Map<String, Json> kept(String metaInstruction, @Nullable Json tools) {
    if (!(tools instanceof Json.Arr)) {
      return Map.of();
    }
    Json told = definitions(metaInstruction);
    return told != null && told.text().equals(tools.text()) ? Map.of() : Map.of(TOOLS, tools);
  }

  /// The tools of foreign definitions, `{"type": "function", "function": {…}}` or the function
  /// alone; what has no name that a MOSS command can bear is left out.
  private static List<Tool> tools(@Nullable Json definitions) {
    List<Tool> tools = new ArrayList<>();
    if (definitions instanceof Json.Arr(List<Json> elements)) {
      for (Json element : elements) {
        if (element instanceof Json.Obj object) {
          Json.Obj function = object.get("function") instanceof Json.Obj inner ? inner : object;
          String name = function.string("name");
          if (name != null && PluginCall.isName(name)) {
            tools.add(new Tool(name, name, parameters(function)));
          }
        }
      }
    }
    return tools;
  }

  private static List<String> parameters(Json.Obj function) {
    return function.get("parameters") instanceof Json.Obj schema
            && schema.get("properties") instanceof Json.Obj(Map<String, Json> properties)
        ? properties.keySet().stream().filter(Toolbox::isPlain).toList()
        : List.of();
  }

  private static boolean isPlain(String name) {
    return !name.isBlank() && name.chars().noneMatch(c -> "(),\n".indexOf(c) >= 0);
  }
}
