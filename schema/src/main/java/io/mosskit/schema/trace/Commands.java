package io.mosskit.schema.trace;

import io.mosskit.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the commands field of a turn says. Source: MOSS reference, section A.5.
public sealed interface Commands {

  /// `None`: the turn calls nothing.
  record None() implements Commands {}

  /// One or more calls, `Name("argument")` joined by `, `.
  record Calls(List<PluginCall> calls) implements Commands {

    public Calls {
      calls = List.copyOf(calls);
      if (calls.isEmpty()) {
        throw new IllegalArgumentException("no call at all is None");
      }
    }
  }

  /// Text outside the grammar.
  ///
  /// @param at the index of the first character that does not fit
  /// @param expected what should have stood there
  record Malformed(int at, String expected) implements Commands {}

  /// Reads the body of a commands field, markers not included.
  static Commands parse(String body) {
    if (body.equals(Field.NONE)) {
      return new None();
    }
    List<PluginCall> calls = new ArrayList<>();
    Matcher call = Grammar.CALL.matcher(body);
    int at = 0;
    while (call.region(at, body.length()).lookingAt()) {
      if (!PluginCall.isArgument(call.group(2))) {
        return new Malformed(call.start(2), "an argument without markers");
      }
      calls.add(new PluginCall(call.group(1), call.group(2)));
      at = call.end();
      if (at == body.length()) {
        return new Calls(calls);
      }
      if (!body.startsWith(Grammar.SEPARATOR, at)) {
        return new Malformed(at, "the end, or \", \" and another call");
      }
      at += Grammar.SEPARATOR.length();
    }
    return new Malformed(at, calls.isEmpty() ? "None or Name(\"argument\")" : "Name(\"argument\")");
  }

  /// The body of a commands field that makes these calls; `None` for an empty list.
  static String body(List<PluginCall> calls) {
    return calls.isEmpty()
        ? Field.NONE
        : calls.stream().map(PluginCall::toString).collect(Collectors.joining(Grammar.SEPARATOR));
  }

  /// The pieces of the grammar, kept out of the interface's namespace.
  final class Grammar {

    private static final String SEPARATOR = ", ";
    private static final Pattern CALL =
        Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\(\"([^\"\n]*)\"\\)");

    private Grammar() {}
  }
}
