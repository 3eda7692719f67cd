package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.PluginReply;
import io.mosskit.generator.rehearsal.script.Task.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How a reply after plugins is spoilt on purpose.
enum ToolReplyFlaw {
  /// A number in it is another one; a reply without numbers gets one.
  WRONG_NUMBER,
  /// It cites a result that is not there.
  DANGLING_CITATION,
  /// It names a source that nobody knows.
  HALLUCINATED_SOURCE,
  /// It states a number although a plugin had no result.
  NUMBER_AFTER_FAILURE,
  /// It holds a marker of the format.
  CONTROL_TOKEN;

  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9.|_^])[1-9][0-9]*(?:\\.[0-9]+)?(?![0-9|])");

  /// The reply with a flaw that is drawn.
  static String spoil(PluginReply task, String text, Book book, RandomGenerator fate) {
    List<ToolReplyFlaw> flaws = new ArrayList<>(List.of(values()));
    if (task.standing() == Standing.ANSWERED || task.standing() == Standing.UNNEEDED) {
      flaws.remove(NUMBER_AFTER_FAILURE);
    }
    return flaws.get(fate.nextInt(flaws.size())).applied(task, text, book, fate);
  }

  private String applied(PluginReply task, String text, Book book, RandomGenerator fate) {
    return switch (this) {
      case WRONG_NUMBER -> wrong(text, book, fate);
      case DANGLING_CITATION -> text + ToolReply.cite(task.results().size() + 3);
      case HALLUCINATED_SOURCE ->
          book.join(text, book.grammar().write("flaw.source", Map.of(), fate));
      case NUMBER_AFTER_FAILURE -> withNumber(text, book, fate);
      case CONTROL_TOKEN -> text + "<eom>";
    };
  }

  private static String wrong(String text, Book book, RandomGenerator fate) {
    List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
    if (numbers.isEmpty()) {
      return withNumber(text, book, fate);
    }
    MatchResult number = numbers.get(fate.nextInt(numbers.size()));
    return text.substring(0, number.start())
        + CallFlaw.altered(number.group(), fate)
        + text.substring(number.end());
  }

  private static String withNumber(String text, Book book, RandomGenerator fate) {
    return book.join(text, book.grammar().write("flaw.number", Map.of(), fate));
  }
}
