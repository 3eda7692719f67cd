package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Frame.Asked;
import io.mosskit.schema.Category;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells from the user's words which calls answer them: by a [Frame], and where none is found, by
/// what stands in them: an expression, equations, the words to search for, a picture.
final class CallFinder {

  private CallFinder() {}

  /// What the words ask for; without calls where nothing in them tells.
  static Asked find(String words, Category category, Book book) {
    Optional<Asked> framed = book.frames().read(words, category);
    if (framed.isPresent()) {
      return framed.get();
    }
    return new Asked(byRule(words, category, book), Map.of(), "", 0);
  }

  private static List<PluginCall> byRule(String words, Category category, Book book) {
    return switch (category) {
      case CALCULATOR -> calls("Calculate", Expressions.calculable(words));
      case EQUATION_SOLVER -> calls("Solve", Expressions.equations(words));
      case WEB_SEARCH -> calls("Search", Sought.query(words, book));
      case TEXT_TO_IMAGE -> calls("Text2Image", Sought.picture(words, book));
      case MIX -> mixed(words, book);
      case BRAINSTORMING,
          CODE,
          COMPLEX_INSTRUCTION,
          ROLE_PLAYING,
          WRITING,
          HARMLESS,
          HONEST,
          CONTINUE,
          SWITCHING ->
          List.of();
    };
  }

  private static List<PluginCall> mixed(String words, Book book) {
    List<PluginCall> computed = new ArrayList<>(computed(words, book));
    computed.addAll(calls("Solve", Expressions.equations(words)));
    boolean looked =
        computed.isEmpty()
            || !Sought.name(words, book).isEmpty()
            || book.phrases().any(Phrases.fold(words), "cue.lookup");
    List<PluginCall> calls =
        new ArrayList<>(looked ? calls("Search", Sought.query(words, book)) : List.of());
    calls.addAll(computed);
    calls.addAll(calls("Text2Image", Sought.pictureAmongOthers(words, book)));
    return calls;
  }

  private static List<PluginCall> computed(String words, Book book) {
    String rest = Expressions.withoutEquations(words);
    return book.frames()
        .read(rest, Category.CALCULATOR)
        .map(Asked::calls)
        .orElseGet(() -> calls("Calculate", Expressions.calculable(rest)));
  }

  private static List<PluginCall> calls(String plugin, String argument) {
    return argument.isEmpty() ? List.of() : List.of(new PluginCall(plugin, argument));
  }
}
