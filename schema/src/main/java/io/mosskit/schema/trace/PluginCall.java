package io.mosskit.schema.trace;

import java.util.regex.Pattern;

/// One call, `Name("argument")`. The format has no escapes, so an argument holds neither a double
/// quote nor a line break.
///
/// @param name the plugin's name in its API line: `Search`, `Calculate`, `Solve`, `Text2Image`, or
///   one of the user's own
/// @param argument the text between the quotes
public record PluginCall(String name, String argument) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  public PluginCall {
    if (!isName(name)) {
      throw new IllegalArgumentException("no plugin name: \"" + name + "\"");
    }
    if (argument.indexOf('"') >= 0 || argument.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "an argument holds no double quote and no line break: " + argument);
    }
  }

  /// Whether a command can bear this name: a letter, then letters, digits and `_`.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// The call as it stands in a command list.
  @Override
  public String toString() {
    return name + "(\"" + argument + "\")";
  }
}
