package io.mosskit.curation.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Made-up examples of three labels, Chinese and English.
final class Prompts {

  private static final List<List<String>> OPENINGS =
      List.of(
          List.of("用Python写一个函数，", "Write a Java function for ", "这段代码报错了："),
          List.of("写一首诗，关于", "Write a short poem about ", "给我写篇散文："),
          List.of("解方程 3x + 2 = ", "Solve the equation 5x = ", "计算 12 * "));

  private static final List<String> THINGS =
      List.of("秋天", "the sea", "排序", "a list", "老家", "17", "树", "my cat", "光", "24", "雨", "time");

  static final List<String> LABELS = List.of("code", "writing", "equation-solver");

  private Prompts() {}

  static List<Example> of(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = i % LABELS.size();
      List<String> openings = OPENINGS.get(label);
      String text =
          openings.get(random.nextInt(openings.size()))
              + THINGS.get(random.nextInt(THINGS.size()))
              + " "
              + THINGS.get(random.nextInt(THINGS.size()));
      examples.add(new Example(Words.of(text), LABELS.get(label)));
    }
    return examples;
  }
}
