package io.mosskit.schema.testing;

import java.util.List;
import java.util.random.RandomGenerator;

/// Sentences, searches and numbers in Chinese or English, drawn from small lists.
record RandomTexts(RandomGenerator random, boolean chinese) {

  private static final List<String> ENGLISH =
      List.of(
          "tell", "me", "about", "the", "history", "of", "tea", "houses", "in", "spring", "and",
          "why", "people", "write", "poems", "there", "today", "it's", "C++", "3.5%", "🍵");
  private static final List<String> CHINESE =
      List.of(
          "请", "告诉", "我", "关于", "茶馆", "的", "历史", "为什么", "春天", "人们", "在那里", "写诗", "今天", "“引号”",
          "约3.5%", "😀", "鿿", "𠮷");

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 || chinese ? "" : " ").append(oneOf(chinese ? CHINESE : ENGLISH));
    }
    return text.toString();
  }

  String sentence() {
    return words(1 + random.nextInt(9)) + (chinese ? "。" : ".");
  }

  /// One to three sentences, sometimes on several lines or with a code block.
  String paragraph() {
    StringBuilder text = new StringBuilder(sentence());
    for (int more = random.nextInt(3); more > 0; more--) {
      text.append(oneIn(3) ? "\n\n" : chinese ? "" : " ").append(sentence());
    }
    if (oneIn(8)) {
      text.append("\n```python\ndef f(x):\n\treturn x  # ").append(words(2)).append("\n```\n");
    }
    return text.toString();
  }

  String number() {
    return Integer.toString(random.nextInt(10_000));
  }
}
