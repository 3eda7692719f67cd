package io.mosskit.generator.expansion;

import io.mosskit.generator.chance.Dice;
import io.mosskit.schema.Category;
import java.util.List;

/// What prompts of some categories turn on. The names are those of sections in the template that
/// asks for prompts, where each has its words.
final class Constraints {

  /// What a complex instruction can demand so that a reader can check an answer against it.
  private static final List<String> CHECKABLE =
      List.of(
          "format",
          "length",
          "language",
          "words-to-use",
          "words-to-avoid",
          "role",
          "order",
          "audience");

  /// How a text that is too long for one reply is divided.
  private static final List<String> DIVISIONS =
      List.of(
          "chapters", "episodes", "lessons", "sections", "items", "calendar", "cycle", "periods");

  /// Why somebody comes to change the language in the middle.
  private static final List<String> SITUATIONS =
      List.of(
          "learning", "colleagues", "relatives", "journey", "moving", "readers", "guests", "trade");

  private static final int FEWEST = 3;
  private static final int MOST = 5;

  private Constraints() {}

  /// What one request asks for: three to five demands of a complex instruction, one division, one
  /// situation; nothing of the other categories.
  static List<String> draw(Category category, Dice dice) {
    return switch (category) {
      case COMPLEX_INSTRUCTION -> {
        List<String> drawn = dice.sample(CHECKABLE, FEWEST + dice.below(MOST - FEWEST + 1));
        yield CHECKABLE.stream().filter(drawn::contains).toList();
      }
      case CONTINUE -> dice.sample(DIVISIONS, 1);
      case SWITCHING -> dice.sample(SITUATIONS, 1);
      case BRAINSTORMING,
          CODE,
          ROLE_PLAYING,
          WRITING,
          HARMLESS,
          HONEST,
          WEB_SEARCH,
          CALCULATOR,
          EQUATION_SOLVER,
          TEXT_TO_IMAGE,
          MIX ->
          List.of();
    };
  }
}
