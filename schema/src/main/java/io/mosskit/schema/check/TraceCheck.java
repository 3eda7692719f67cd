package io.mosskit.schema.check;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.Citations;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules about commands, results and citations.
final class TraceCheck {

  private static final Pattern ENABLED_API =
      Pattern.compile("enabled\\. API: ([A-Za-z][A-Za-z0-9_]*)\\(");
  private static final Pattern NUMBERED_LINE =
      Pattern.compile("^<\\|\\d+\\|>:(.*)$", Pattern.MULTILINE);
  private static final String CITATION = "<|";

  private TraceCheck() {}

  /// The names of the calls that the switch lines allow.
  static Set<String> enabledPlugins(String metaInstruction) {
    Set<String> names = new HashSet<>();
    if (metaInstruction.contains("enabled. API:")) {
      Matcher api = ENABLED_API.matcher(metaInstruction);
      while (api.find()) {
        names.add(api.group(1));
      }
    }
    return names;
  }

  static void violations(Turn turn, Set<String> enabled, List<Finding> findings) {
    if (callsNothing(turn) && !turn.value(Field.MOSS).contains(CITATION)) {
      return; // most turns of most corpora
    }
    Commands commands = Commands.parse(turn.body(Field.COMMANDS));
    Results results = Results.parse(turn.body(Field.TOOL_RESPONSES));
    switch (commands) {
      case Commands.None() -> checkEcho(List.of(), results, turn, findings);
      case Commands.Calls(List<PluginCall> calls) -> {
        checkEnabled(calls, enabled, turn, findings);
        checkEcho(calls, results, turn, findings);
      }
      case Commands.Malformed(int at, String expected) ->
          findings.add(
              new Finding(
                  Rule.COMMAND_GRAMMAR,
                  turn.number(),
                  "expected %s at character %d of %s"
                      .formatted(expected, at + 1, quoted(turn.body(Field.COMMANDS)))));
    }
    checkResults(results, turn, findings);
    checkCitations(results, turn, findings);
  }

  private static boolean callsNothing(Turn turn) {
    return turn.isNone(Field.COMMANDS) && turn.isNone(Field.TOOL_RESPONSES);
  }

  private static void checkEnabled(
      List<PluginCall> calls, Set<String> enabled, Turn turn, List<Finding> findings) {
    for (PluginCall call : calls) {
      if (!enabled.contains(call.name())) {
        findings.add(
            new Finding(
                Rule.PLUGIN_NOT_ENABLED,
                turn.number(),
                call.name() + " is called, switched on are " + enabled.stream().sorted().toList()));
      }
    }
  }

  private static void checkEcho(
      List<PluginCall> calls, Results results, Turn turn, List<Finding> findings) {
    boolean echoes =
        switch (results) {
          case Results.None() -> calls.isEmpty();
          case Results.Inline(_) -> calls.size() == 1;
          case Results.Blocks(List<Results.Block> blocks) -> sameCalls(calls, blocks);
          case Results.Malformed(_) -> true; // said by its own rule
        };
    if (!echoes) {
      findings.add(
          new Finding(
              Rule.RESULT_ECHO,
              turn.number(),
              "the results do not answer the calls " + quoted(Commands.body(calls))));
    }
  }

  /// Blocks are grouped by plugin, so their order may differ from that of the calls.
  private static boolean sameCalls(List<PluginCall> calls, List<Results.Block> blocks) {
    List<PluginCall> unanswered = new ArrayList<>(calls);
    for (Results.Block block : blocks) {
      if (!unanswered.remove(block.call())) {
        return false;
      }
    }
    return unanswered.isEmpty();
  }

  private static void checkResults(Results results, Turn turn, List<Finding> findings) {
    switch (results) {
      case Results.Malformed(String expected) ->
          findings.add(new Finding(Rule.RESULT_GRAMMAR, turn.number(), "expected " + expected));
      case Results.Blocks(List<Results.Block> blocks) -> {
        int next = 1;
        for (Results.Block block : blocks) {
          for (int number : block.numbers()) {
            if (number != next) {
              findings.add(
                  new Finding(
                      Rule.RESULT_NUMBERING,
                      turn.number(),
                      "result <|%d|> stands where <|%d|> was expected".formatted(number, next)));
              return;
            }
            next++;
          }
        }
      }
      case Results.None(), Results.Inline(_) -> {}
    }
  }

  private static void checkCitations(Results results, Turn turn, List<Finding> findings) {
    int highest = Citations.highestNumber(results);
    for (Citations.Citation citation : Citations.of(turn.reply())) {
      if (citation.number() < 1 || citation.number() > highest) {
        findings.add(
            new Finding(
                Rule.DANGLING_CITATION,
                turn.number(),
                "<|%d|> is cited, the turn has %d results".formatted(citation.number(), highest)));
      }
    }
  }

  static void oddities(Turn turn, List<Finding> findings) {
    if (callsNothing(turn)) {
      return;
    }
    if (Results.parse(turn.body(Field.TOOL_RESPONSES)) instanceof Results.Blocks(var blocks)) {
      for (Results.Block block : blocks) {
        if (block.failed()) {
          findings.add(
              new Finding(Rule.FAILED_RESULT, turn.number(), quoted(block.call().toString())));
        }
        Matcher line = NUMBERED_LINE.matcher(block.text());
        while (line.find()) {
          if (isCut(line.group(1).strip())) {
            findings.add(
                new Finding(Rule.CUT_SNIPPET, turn.number(), quoted(block.call().toString())));
          }
        }
      }
    }
    for (Citations.Citation citation : Citations.of(turn.reply())) {
      if (!citation.wrapped()) {
        findings.add(
            new Finding(Rule.BARE_CITATION, turn.number(), "<|%d|>".formatted(citation.number())));
      }
    }
  }

  /// A snippet is a quoted text; one that was cut has lost its closing quote.
  private static boolean isCut(String snippet) {
    if (snippet.isEmpty() || (snippet.charAt(0) != '\'' && snippet.charAt(0) != '"')) {
      return false;
    }
    return snippet.length() < 2 || snippet.charAt(snippet.length() - 1) != snippet.charAt(0);
  }

  private static String quoted(String text) {
    String line = text.replace("\n", "\\n");
    return "\"" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "\"";
  }
}
