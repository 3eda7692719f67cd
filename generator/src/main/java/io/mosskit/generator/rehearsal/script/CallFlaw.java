package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.CallWriter.Call;
import io.mosskit.generator.rehearsal.script.CallWriter.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How a proposal of calls is spoilt on purpose.
enum CallFlaw {
  /// Another plugin is called with the same argument; one is called where none is needed.
  WRONG_TOOL,
  /// A digit of the argument is another one; an argument without digits gets a number.
  ALTERED_ARGUMENT,
  /// The argument holds a double quote, which ends a command.
  QUOTE,
  /// The argument holds a line break.
  LINE_BREAK,
  /// The plugin does not exist.
  UNKNOWN_PLUGIN,
  /// The answer breaks off inside its JSON.
  NOT_JSON,
  /// The thoughts hold a marker of the format.
  CONTROL_TOKEN;

  private static final Pattern DIGIT = Pattern.compile("[1-9]");
  private static final List<CallFlaw> WITHOUT_CALLS = List.of(WRONG_TOOL, NOT_JSON, CONTROL_TOKEN);

  /// The proposal with a flaw that is drawn.
  static Answer spoil(Proposal proposal, Book book, RandomGenerator fate) {
    List<CallFlaw> flaws = proposal.calls().isEmpty() ? WITHOUT_CALLS : List.of(values());
    return flaws.get(fate.nextInt(flaws.size())).applied(proposal, book, fate);
  }

  private Answer applied(Proposal proposal, Book book, RandomGenerator fate) {
    return switch (this) {
      case WRONG_TOOL ->
          proposal.calls().isEmpty()
              ? answer(proposal.thoughts(), List.of(new Call("Calculate", "6*7")))
              : withFirst(proposal, call -> new Call(other(call.plugin()), call.argument()));
      case ALTERED_ARGUMENT ->
          withFirst(proposal, call -> new Call(call.plugin(), altered(call.argument(), fate)));
      case QUOTE ->
          withFirst(proposal, call -> new Call(call.plugin(), "\"" + call.argument() + "\""));
      case LINE_BREAK ->
          withFirst(proposal, call -> new Call(call.plugin(), call.argument() + "\n"));
      case UNKNOWN_PLUGIN ->
          withFirst(
              proposal,
              call ->
                  new Call(book.grammar().write("flaw.plugin", Map.of(), fate), call.argument()));
      case NOT_JSON -> {
        String text = proposal.json().text();
        yield new Answer(text.substring(0, text.length() * 3 / 5), true);
      }
      case CONTROL_TOKEN -> answer(proposal.thoughts() + "<eot>", proposal.calls());
    };
  }

  private interface Change {
    Call of(Call call);
  }

  private static Answer withFirst(Proposal proposal, Change change) {
    List<Call> calls = new ArrayList<>(proposal.calls());
    calls.set(0, change.of(calls.getFirst()));
    return answer(proposal.thoughts(), calls);
  }

  private static Answer answer(String thoughts, List<Call> calls) {
    return new Answer(new Proposal(thoughts, calls).json().text(), false);
  }

  private static String other(String plugin) {
    return switch (plugin) {
      case "Calculate" -> "Solve";
      case "Search" -> "Calculate";
      default -> "Search";
    };
  }

  /// The text with one of its digits changed.
  static String altered(String text, RandomGenerator fate) {
    List<Integer> digits = DIGIT.matcher(text).results().map(MatchResult::start).toList();
    if (digits.isEmpty()) {
      return text + " " + fate.nextInt(1900, 2000);
    }
    int at = digits.get(fate.nextInt(digits.size()));
    int digit = (text.charAt(at) - '0') % 9 + 1;
    return text.substring(0, at) + digit + text.substring(at + 1);
  }
}
