package io.mosskit.generator.novelty;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Chinese, English and mixed texts over few units, many of them made from earlier ones so that
/// scores tie: permuted, repeated, cut, joined, with one unit changed.
final class RandomTexts {

  private static final String[] HAN = "春夏秋冬山河湖海花草树木鸟兽虫鱼".split("");
  private static final String[] WORDS = {"river", "garden", "bread", "HTTP", "v2", "winter", "Ｍap"};

  private final Random random;
  private final int language;
  private final int alphabet;
  private final List<List<String>> earlier = new ArrayList<>();

  RandomTexts(Random random) {
    this.random = random;
    this.language = random.nextInt(3);
    this.alphabet = 1 + random.nextInt(7);
  }

  String next() {
    List<String> units = new ArrayList<>(fresh());
    if (!earlier.isEmpty() && random.nextInt(3) > 0) {
      units = vary(new ArrayList<>(earlier.get(random.nextInt(earlier.size()))));
    }
    earlier.add(units);
    return (random.nextInt(4) == 0 ? "？！ " : "")
        + String.join(random.nextBoolean() ? " " : ", ", units);
  }

  private List<String> fresh() {
    int length = random.nextInt(random.nextInt(60) == 0 ? 200 : 12);
    List<String> units = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      units.add(unit());
    }
    return units;
  }

  private String unit() {
    boolean han = language == 0 || (language == 2 && random.nextBoolean());
    return han ? HAN[random.nextInt(2 * alphabet)] : WORDS[random.nextInt(alphabet)];
  }

  private List<String> vary(List<String> units) {
    switch (random.nextInt(6)) {
      case 0 -> Collections.shuffle(units, random);
      case 1 -> units.addAll(List.copyOf(units));
      case 2 -> units.subList(random.nextInt(units.size() + 1), units.size()).clear();
      case 3 -> units.add(random.nextInt(units.size() + 1), unit());
      case 4 -> units.addAll(earlier.get(random.nextInt(earlier.size())));
      default -> Collections.reverse(units);
    }
    return units.size() > 300 ? units.subList(0, 300) : units;
  }
}
