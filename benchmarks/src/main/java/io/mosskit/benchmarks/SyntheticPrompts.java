package io.mosskit.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Made-up prompts, half English (words), half Chinese (characters), the same for the same seed.
///
/// Words and characters follow Zipf's law; lengths are log-normal, the median 14 words or 24
/// characters, at most 200. `INDEPENDENT` draws every word by itself, so that nothing but chance
/// makes two prompts alike. `PHRASES` draws phrases of one to three words, and begins four prompts
/// of five with one of 2,000 openings of three to five, as instructions do ("Write a short story
/// about"). `GROWING` has no fixed lexicon: its n-th phrase is new with a probability that falls as
/// a power of n, else one drawn before, so that the vocabulary grows by Heaps' law and common
/// phrases follow Zipf's (Simon, "On a class of skew distribution functions", Biometrika 1955); the
/// median is 8 words or 13 characters, as in published instructions.
final class SyntheticPrompts {

  /// How a prompt is put together.
  enum Kind {
    PHRASES,
    GROWING,
    INDEPENDENT
  }

  private static final int WORDS = 40_000;
  private static final int CHARACTERS = 5_000;
  private static final int PHRASES = 40_000;
  private static final int OPENINGS = 2_000;
  private static final int LONGEST = 200;
  private static final double HEAPS = 0.75;

  private final Random random;
  private final Kind kind;
  private final double[] words = zipf(WORDS, 1.0, 1.5);
  private final double[] characters = zipf(CHARACTERS, 1.0, 10);
  private final double[] phrases = zipf(PHRASES, 0.9, 5);
  private final double[] openings = zipf(OPENINGS, 1.0, 3);
  private final List<List<String[]>> drawn = List.of(new ArrayList<>(), new ArrayList<>());
  private final String[][][] lexicon = new String[2][PHRASES][];
  private final String[][][] beginnings = new String[2][OPENINGS][];

  SyntheticPrompts(Kind kind, long seed) {
    this.kind = kind;
    this.random = new Random(seed);
    for (int language = 0; language < 2; language++) {
      for (int i = 0; i < PHRASES; i++) {
        lexicon[language][i] = units(language, 1 + random.nextInt(3));
      }
      for (int i = 0; i < OPENINGS; i++) {
        beginnings[language][i] = units(language, 3 + random.nextInt(3));
      }
    }
  }

  /// A phrase of the growing lexicon: one drawn before, or a new one of new or old units.
  private String[] grown(int language) {
    List<String[]> before = drawn.get(language);
    double fresh = Math.pow(before.size() + 1, HEAPS - 1);
    String[] phrase;
    if (random.nextDouble() < fresh) {
      phrase = units(language, 1 + random.nextInt(3));
      if (language == 0) {
        phrase[0] = "n" + Integer.toString(before.size(), Character.MAX_RADIX);
      }
    } else {
      phrase = before.get(random.nextInt(before.size()));
    }
    before.add(phrase);
    return phrase;
  }

  private static double[] zipf(int size, double exponent, double shift) {
    double[] sums = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.pow(i + 1 + shift, -exponent);
      sums[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      sums[i] /= sum;
    }
    return sums;
  }

  private int draw(double[] sums) {
    int found = Arrays.binarySearch(sums, random.nextDouble());
    return Math.min(sums.length - 1, found < 0 ? -found - 1 : found);
  }

  private String unit(int language) {
    return language == 0
        ? "w" + Integer.toString(draw(words), Character.MAX_RADIX)
        : String.valueOf((char) ('一' + draw(characters)));
  }

  private String[] units(int language, int count) {
    String[] units = new String[count];
    Arrays.setAll(units, _ -> unit(language));
    return units;
  }

  /// The next prompt, its units apart by blanks.
  String next() {
    int language = random.nextInt(2);
    boolean growing = kind == Kind.GROWING;
    double median = growing ? (language == 0 ? 8 : 13) : (language == 0 ? 14 : 24);
    long length = Math.round(median * Math.exp(0.5 * random.nextGaussian()));
    int wanted = Math.clamp(length, 3, LONGEST);
    StringBuilder text = new StringBuilder();
    int count = 0;
    if (kind != Kind.INDEPENDENT && random.nextInt(5) > 0) {
      count += append(beginnings[language][draw(openings)], text);
    }
    while (count < wanted) {
      count += append(phrase(language), text);
    }
    return text.toString();
  }

  private String[] phrase(int language) {
    return switch (kind) {
      case PHRASES -> lexicon[language][draw(phrases)];
      case GROWING -> grown(language);
      case INDEPENDENT -> units(language, 1);
    };
  }

  private static int append(String[] units, StringBuilder text) {
    for (String unit : units) {
      text.append(unit).append(' ');
    }
    return units.length;
  }
}
