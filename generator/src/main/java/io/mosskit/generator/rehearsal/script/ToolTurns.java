package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Frame.Asked;
import io.mosskit.generator.rehearsal.script.Task.UserTurn;
import io.mosskit.schema.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Writes what the user says next where plugins have answered.
final class ToolTurns {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9.|_^=])(?:-(?=[0-9]))?[0-9]+(?:\\.[0-9]+)?(?![0-9|])(?=[^/0-9]|$)");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private ToolTurns() {}

  /// What the user says; empty where plugins make no difference to it.
  static Optional<String> write(UserTurn turn, Book book, RandomGenerator random) {
    Category category = turn.category();
    if (category == null || !Category.PLUGIN.contains(category)) {
      return Optional.empty();
    }
    return switch (turn.intent()) {
      case DEEPEN -> Optional.of(deepen(category, turn.talk(), book, random));
      case CLARIFY -> Optional.of(ask(category.label() + ".clarify", Map.of(), book, random));
      case THANK -> Optional.of(ask("thanks", Map.of(), book, random));
      case OBJECT, CORRECT, CHANGE_LANGUAGE, CONTINUE -> Optional.empty();
    };
  }

  /// A further request: about the last number or the last subject where there is one, else a new
  /// one.
  private static String deepen(Category category, Talk talk, Book book, RandomGenerator random) {
    Map<String, String> given = new HashMap<>();
    lastNumber(talk.lastReply()).ifPresent(number -> given.put("last", number));
    lastSubject(category, talk, book).ifPresent(subject -> given.put("x", subject));
    String deepening = Frames.PREFIX + category.label() + ".deepen.ask";
    boolean possible =
        book.lists().has(deepening)
            && book.grammar().slots(deepening).stream()
                .filter(slot -> slot.equals("last") || slot.equals("x"))
                .allMatch(given::containsKey);
    return ask(possible ? category.label() + ".deepen" : category.label(), given, book, random);
  }

  private static String ask(
      String list, Map<String, String> given, Book book, RandomGenerator random) {
    return book.grammar().write(Frames.PREFIX + list + ".ask", given, random);
  }

  private static Optional<String> lastNumber(String reply) {
    List<String> numbers =
        NUMBER
            .matcher(TAG.matcher(reply).replaceAll(""))
            .results()
            .map(MatchResult::group)
            .toList();
    return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
  }

  /// What the user asked about last.
  private static Optional<String> lastSubject(Category category, Talk talk, Book book) {
    return talk.user().reversed().stream()
        .flatMap(words -> book.frames().read(words, category).stream())
        .map(Asked::held)
        .filter(held -> held.containsKey("x"))
        .map(held -> String.valueOf(held.get("x")))
        .findFirst();
  }
}
