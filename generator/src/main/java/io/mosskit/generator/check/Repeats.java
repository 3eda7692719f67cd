package io.mosskit.generator.check;

import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells where a text says the same again and again.
final class Repeats {

  private static final int LONGEST_PERIOD = 20;
  private static final int LEAST_ROUNDS = 5;
  private static final int LEAST_LOOP = 16;

  private static final int LEAST_SENTENCES = 5;
  private static final double SENTENCE_SHARE = 1.0 / 3;
  private static final int LEAST_SENTENCE = 3;
  private static final Pattern SENTENCE_END = Pattern.compile("[。！？；!?;\\n]+|\\.\\s");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final int FEW_UNITS = 40;
  private static final int LONGEST_GRAM = 4;
  private static final double TOP_GRAM_SHARE = 0.3;
  private static final int COPIED_GRAM = 10;
  private static final double COPIED_SHARE = 0.6;

  private Repeats() {}

  static Optional<String> in(String prose) {
    List<String> units = Units.of(prose);
    return loop(units)
        .or(() -> sentence(prose))
        .or(() -> units.size() < FEW_UNITS ? Optional.empty() : grams(units));
  }

  /// `好的好的好的…`: a stretch of up to twenty units, over and over.
  private static Optional<String> loop(List<String> units) {
    for (int period = 1; period <= LONGEST_PERIOD; period++) {
      int same = 0;
      for (int i = period; i < units.size(); i++) {
        same = units.get(i).equals(units.get(i - period)) ? same + 1 : 0;
        int length = same + period;
        if (length >= Math.max(LEAST_LOOP, LEAST_ROUNDS * period)) {
          String round = String.join(" ", units.subList(i - period + 1, i + 1));
          return Optional.of("a loop: \"" + round + "\", over and over");
        }
      }
    }
    return Optional.empty();
  }

  /// `1. 多喝水 2. 多喝水 …`: one sentence or line, its number left out, in a third of them.
  private static Optional<String> sentence(String prose) {
    List<List<String>> sentences =
        Stream.of(SENTENCE_END.split(prose))
            .map(Repeats::withoutNumber)
            .filter(sentence -> sentence.size() >= LEAST_SENTENCE)
            .toList();
    int most = Grams.countOfCommonest(sentences);
    return most >= LEAST_SENTENCES && most >= SENTENCE_SHARE * sentences.size()
        ? Optional.of("one sentence %d times".formatted(most))
        : Optional.empty();
  }

  private static List<String> withoutNumber(String sentence) {
    List<String> units = Units.of(sentence);
    boolean numbered = !units.isEmpty() && NUMBER.matcher(units.getFirst()).matches();
    return numbered ? units.subList(1, units.size()) : units;
  }

  private static Optional<String> grams(List<String> units) {
    for (int n = 2; n <= LONGEST_GRAM; n++) {
      int most = Grams.countOfCommonest(Grams.of(units, n));
      double share = most < 2 ? 0 : (double) most * n / units.size();
      if (share > TOP_GRAM_SHARE) {
        return Optional.of(String.format(Locale.ROOT, "%d words make up %.2f of it", n, share));
      }
    }
    double copied = Grams.shareOfRepeated(units, COPIED_GRAM);
    return copied > COPIED_SHARE
        ? Optional.of(String.format(Locale.ROOT, "%.2f of it was said before in it", copied))
        : Optional.empty();
  }
}
