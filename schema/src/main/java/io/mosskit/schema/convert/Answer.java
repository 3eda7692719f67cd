package io.mosskit.schema.convert;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Field;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The answers to a turn's calls: as texts for one tool message each, and as the body of its tool
/// responses. Source: MOSS reference, section A.6.
final class Answer {

  private static final String CALCULATE = Capability.CALCULATOR.command().orElseThrow();
  private static final String TEXT_TO_IMAGE = Capability.TEXT_TO_IMAGE.command().orElseThrow();

  private Answer() {}

  /// The answer to each call, `None` where there is none. Blocks are matched by what they echo, so
  /// that their order does not matter.
  static List<String> of(List<PluginCall> calls, Results results) {
    List<String> answers = new ArrayList<>();
    switch (results) {
      case Results.None() -> {}
      case Results.Inline(String text) -> answers.add(text);
      case Results.Malformed(_) -> {}
      case Results.Blocks(List<Results.Block> blocks) -> {
        List<Results.Block> left = new ArrayList<>(blocks);
        for (PluginCall call : calls) {
          int at =
              IntStream.range(0, left.size())
                  .filter(i -> left.get(i).call().equals(call))
                  .findFirst()
                  .orElse(-1);
          answers.add(at < 0 ? Field.NONE : unquoted(left.remove(at).text()));
        }
      }
    }
    while (answers.size() < calls.size()) {
      answers.add(Field.NONE);
    }
    return answers;
  }

  /// The body of a tool-responses field that gives these answers.
  ///
  /// @param answers one for each call; null, blank or `None` where there is none
  /// @param block whether a turn without answers says `None` in block form
  static String body(List<PluginCall> calls, List<@Nullable String> answers, boolean block) {
    List<Results.Block> blocks = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      String answer = answers.get(i);
      if (answer != null && !answer.isBlank() && !answer.equals(Field.NONE)) {
        blocks.add(block(calls.get(i), answer));
      }
    }
    if (blocks.isEmpty() && !block) {
      return Field.NONE;
    }
    boolean image = calls.size() == 1 && calls.getFirst().name().equals(TEXT_TO_IMAGE);
    return image && !blocks.isEmpty()
        ? Objects.requireNonNull(answers.getFirst())
        : Results.body(blocks);
  }

  private static Results.Block block(PluginCall call, String answer) {
    if (call.name().equals(CALCULATE)) {
      boolean quotable = unquoted("'" + answer + "'").equals(answer);
      return new Results.Block(call, quotable ? "'" + answer + "'" : answer, true);
    }
    boolean known = Tool.ofPlugin(call.name()).isPresent();
    return new Results.Block(call, answer, !known && answer.indexOf('\n') < 0);
  }

  /// A calculator's `'42'` without its quotes; any other text as it is.
  static String unquoted(String text) {
    if (text.length() < 3 || text.charAt(0) != '\'' || !text.endsWith("'")) {
      return text;
    }
    String bare = text.substring(1, text.length() - 1);
    boolean simple = bare.chars().noneMatch(c -> c == '\'' || c == '\\' || c == '\n');
    return simple ? bare : text;
  }
}
