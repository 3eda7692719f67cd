package io.mosskit.schema;

import java.util.Optional;

/// What a line of the meta instruction switches on or off, in the published order.
///
/// Source: MOSS reference, section A.4.
public enum Capability {
  INNER_THOUGHTS("Inner thoughts", null),
  WEB_SEARCH("Web search", "Search(query)"),
  CALCULATOR("Calculator", "Calculate(expression)"),
  EQUATION_SOLVER("Equation solver", "Solve(equation)"),
  TEXT_TO_IMAGE("Text-to-image", "Text2Image(description)"),
  IMAGE_EDITION("Image edition", null),
  TEXT_TO_SPEECH("Text-to-speech", null);

  private final String label;
  private final Optional<String> api;

  Capability(String label, @org.jspecify.annotations.Nullable String api) {
    this.label = label;
    this.api = Optional.ofNullable(api);
  }

  /// The words of the switch line: `Web search`.
  public String label() {
    return label;
  }

  /// The call that an enabled line names: `Search(query)`.
  public Optional<String> api() {
    return api;
  }

  /// The command's name: `Search` for [#WEB_SEARCH].
  public Optional<String> command() {
    return api.map(call -> call.substring(0, call.indexOf('(')));
  }
}
