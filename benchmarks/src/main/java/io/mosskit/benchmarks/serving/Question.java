package io.mosskit.benchmarks.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Something to ask a server.
///
/// @param words Chinese and English
/// @param seed what the draws follow from
/// @param tokens the longest reply
public record Question(Kind kind, String words, long seed, int tokens) {

  static final double TEMPERATURE = 0.7;
  static final double TOP_P = 0.8;

  private static final List<String> WORDS =
      List.of(
          "怎样泡一壶好喝的绿茶？",
          "How long should I boil an egg?",
          "给我讲一个关于月亮的故事，要有 rabbit。",
          "Write a haiku about rivers, 再翻译成中文。",
          "为什么天空是蓝色的？",
          "Name three sorting algorithms and what they cost.");

  /// What is asked for.
  public enum Kind {
    /// A reply in one piece.
    CHAT,
    /// A reply in pieces.
    STREAM,
    /// The log-probabilities of a text.
    SCORE,
    /// The mean of the last hidden states.
    EMBEDDING
  }

  /// Questions of all kinds, no two alike.
  ///
  /// @param seed which of them
  public static List<Question> some(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String words = WORDS.get(i % WORDS.size()) + " (" + i + ")";
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      questions.add(new Question(kind, words, random.nextInt(1 << 30), 5 + random.nextInt(60)));
    }
    return questions;
  }
}
