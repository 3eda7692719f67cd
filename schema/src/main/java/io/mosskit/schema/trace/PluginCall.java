package io.mosskit.schema.trace;

import io.mosskit.schema.Field;
import java.util.regex.Pattern;

/// One call, `Name("argument")`. The format has no escapes, so an argument holds neither a double
/// quote nor a line break, and no marker of a field.
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
    if (!isArgument(argument)) {
      throw new IllegalArgumentException(
          "an argument holds no double quote, no line break and no marker: " + argument);
    }
  }

  /// Whether a command can bear this name: a letter, then letters, digits and `_`.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Whether a call can bear this argument. Ask before making a call of what a model or a user
  /// wrote.
  public static boolean isArgument(String argument) {
    return argument.indexOf('"') < 0
        && argument.indexOf('\n') < 0
        && Field.markerIn(argument).isEmpty();
  }

  /// The call as it stands in a command list.
  @Override
  public String toString() {
    return name + "(\"" + argument + "\")";
  }
}
