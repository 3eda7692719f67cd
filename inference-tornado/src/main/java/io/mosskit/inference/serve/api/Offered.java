package io.mosskit.inference.serve.api;

import io.mosskit.schema.Capability;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.PluginCall;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The functions that a request offers to the model, as far as a MOSS command can call them: by a
/// name, with one text.
///
/// @param parameters the name of the one parameter of each, by the function's name
record Offered(Map<String, String> parameters) {

  static final Offered NOTHING = new Offered(Map.of());

  /// Reads `tools`.
  static Offered read(Members members) throws Refusal {
    return switch (members.get("tools")) {
      case null -> NOTHING;
      case Json.Arr(List<Json> tools) -> {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < tools.size(); i++) {
          String at = "tools[" + i + "]";
          Json.Obj function = function(tools.get(i), at);
          String name = name(function, at);
          if (parameters.put(name, parameter(function, name, at)) != null) {
            throw Refusal.of(at, at + ": `" + name + "` is offered twice");
          }
        }
        yield new Offered(parameters);
      }
      case Json other -> throw Members.wrong("tools", other, "an array of functions");
    };
  }

  boolean isEmpty() {
    return parameters.isEmpty();
  }

  /// The arguments of a call, as its function knows them.
  Json.Obj arguments(PluginCall call) {
    return Json.object().put(parameters.getOrDefault(call.name(), ""), call.argument()).build();
  }

  private static Json.Obj function(Json tool, String at) throws Refusal {
    if (tool instanceof Json.Obj object
        && "function".equals(object.string("type"))
        && object.get("function") instanceof Json.Obj function) {
      return function;
    }
    throw Refusal.of(at, at + ": expected {\"type\": \"function\", \"function\": {…}}");
  }

  private static String name(Json.Obj function, String at) throws Refusal {
    String name = function.string("name");
    if (name == null || !PluginCall.isName(name)) {
      throw Refusal.of(
          at + ".function.name",
          at + ": a MOSS command begins with a letter and has letters, digits and _; rename it");
    }
    return name;
  }

  private static String parameter(Json.Obj function, String name, String at) throws Refusal {
    Map<String, Json> properties =
        function.get("parameters") instanceof Json.Obj schema
                && schema.get("properties") instanceof Json.Obj(Map<String, Json> members)
            ? members
            : Map.of();
    if (properties.size() != 1 || !isText(properties.values().iterator().next())) {
      throw Refusal.of(
          at + ".function.parameters",
          at
              + ": a MOSS command takes one text, so that `"
              + name
              + "` must have exactly one parameter, of type string");
    }
    String parameter = properties.keySet().iterator().next();
    Optional<String> published = published(name);
    if (published.isPresent() && !published.get().equals(parameter)) {
      throw Refusal.of(
          at + ".function.parameters",
          at
              + ": the parameter of MOSS's own `%s` is called %s; rename it, or the function"
                  .formatted(name, published.get()));
    }
    return parameter;
  }

  private static boolean isText(Json schema) {
    return schema instanceof Json.Obj object && "string".equals(object.string("type"));
  }

  /// What the parameter of MOSS's own plugin is called.
  private static Optional<String> published(String name) {
    return Arrays.stream(Capability.values())
        .filter(capability -> capability.command().filter(name::equals).isPresent())
        .flatMap(capability -> capability.api().stream())
        .map(api -> api.substring(api.indexOf('(') + 1, api.length() - 1))
        .findFirst();
  }
}
