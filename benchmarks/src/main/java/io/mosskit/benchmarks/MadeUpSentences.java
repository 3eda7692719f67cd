package io.mosskit.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Sentences without sense in which every second word, or character, is a common one of its
/// language and the others follow Zipf's law over many.
final class MadeUpSentences {
  private static final int WORDS = 60_000;
  private static final String[] SYLLABLES =
      "ba be bi bo da de do fa fe ga ge ka ke ko la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti to va ve vo"
          .split(" ");
  private static final String[] COMMON_WORDS =
      ("the of and to in is you that it he was for on are as with his they at be this have from or"
              + " one had by word but not what all were we when your can said there use an each which"
              + " she do how their if will up other about out many then them these so some her would"
              + " make like him into time has look two more write go see number no way could people")
          .split(" ");
  private static final String COMMON_CHARACTERS =
      "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
          + "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实";
  private static final int RARE_FROM = '一';
  private static final int RARE = 6_000;

  private final SplittableRandom random;
  private final String[] words = new String[WORDS];

  MadeUpSentences(SplittableRandom random) {
    this.random = random;
    Arrays.setAll(words, _ -> word());
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    int syllables = 2 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  /// A number from 0 that is the less probable the higher it is: P(n) ~ 1 / (n + 1).
  private int rank(int size) {
    return (int) Math.min(size - 1, Math.pow(size + 1.0, random.nextDouble()) - 1);
  }

  /// A sentence of so many words, or of one and a half times as many characters.
  String next(boolean english, int length) {
    return english ? english(length) : chinese(length + length / 2);
  }

  private String english(int length) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < length; i++) {
      sentence.append(i == 0 ? "" : " ");
      sentence.append(
          random.nextBoolean() ? COMMON_WORDS[rank(COMMON_WORDS.length)] : words[rank(WORDS)]);
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }

  private String chinese(int length) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < length; i++) {
      sentence.append(
          random.nextBoolean()
              ? COMMON_CHARACTERS.charAt(rank(COMMON_CHARACTERS.length()))
              : (char) (RARE_FROM + rank(RARE)));
      if (i % 15 == 14 && i < length - 1) {
        sentence.append('，');
      }
    }
    return sentence.append('。').toString();
  }
}
