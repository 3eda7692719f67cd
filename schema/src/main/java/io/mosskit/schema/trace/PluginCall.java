package io.mosskit.schema.trace;

import java.util.regex.Pattern;

/// One call, `Name("argument")`. The format has no escapes: an argument may hold anything but a
/// line break, and ends at the first `")` after which the command list ends or goes on.
///
/// @param name the plugin's name in its API line: `Search`, `Calculate`, `Solve`, `Text2Image`, or
///   one of the user's own
/// @param argument the text between the quotes
public record PluginCall(String name, String argument) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  public PluginCall {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no plugin name: \"" + name + "\"");
    }
  }

  /// The call as it stands in a command list.
  @Override
  public String toString() {
    return name + "(\"" + argument + "\")";
  }
}
