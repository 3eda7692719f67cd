package io.mosskit.generator.check;

import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that ran away: loops, one sentence again and again, hardly a letter, broken characters.
/// Code is left out, but for words without end. The rules follow those of Gopher (Rae et al. 2021,
/// arXiv:2112.11446, table A1), which are for web pages; the limits are set for turns of a
/// dialogue, above everything that the published samples hold.
final class Degeneration implements Check {

  private static final int LONGEST_WORD = 1000;

  /// Blank-free texts shorter than this may be nothing but signs.
  private static final int FEW_CHARACTERS = 20;

  private static final double LEAST_LETTERS = 0.25;

  private static final Pattern BROKEN =
      Pattern.compile("\uFFFD|锟斤拷|烫烫烫|(?:[ÃÂ][\u0080-\u00BF]|â€[\u0080-\u203A\u2122]){2}");

  private final List<Function<String, Optional<String>>> rules =
      List.of(
          Degeneration::brokenCharacters,
          Degeneration::endlessWord,
          text -> fewLetters(Prose.of(text)),
          text -> Repeats.in(Prose.of(text)));

  @Override
  public String fault() {
    return "degenerate";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    return rules.stream().flatMap(rule -> rule.apply(turn.text()).stream()).findFirst();
  }

  private static Optional<String> brokenCharacters(String text) {
    Matcher matcher = BROKEN.matcher(text);
    return matcher.find()
        ? Optional.of("broken characters: \"" + matcher.group() + "\"")
        : Optional.empty();
  }

  private static Optional<String> endlessWord(String text) {
    return Units.of(text).stream()
        .filter(unit -> unit.length() > LONGEST_WORD)
        .map(unit -> "a word of " + unit.length() + " characters")
        .findFirst();
  }

  private static Optional<String> fewLetters(String prose) {
    long signs = prose.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    long letters = prose.codePoints().filter(Character::isLetterOrDigit).count();
    return signs >= FEW_CHARACTERS && letters < LEAST_LETTERS * signs
        ? Optional.of("%d letters among %d characters".formatted(letters, signs))
        : Optional.empty();
  }
}
