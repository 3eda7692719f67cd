package io.mosskit.inference.tokenizer;

import java.util.List;
import java.util.Random;

/// Random text that goes to the edges of tokenising: Chinese, English, code, emoji, digits of many
/// scripts, every kind of white space, and characters from anywhere in Unicode.
final class RandomText {

  static final List<String> CONTROL_TOKENS =
      List.of("<|endoftext|>", "<eoh>", "<eom>", "<eot>", "<eoc>", "<eor>");

  private static final List<String> FRAGMENTS =
      List.of(
          ("the~ the~The~ and~Don't~'s~'S~'re~'ll~'l~'~ 's~cat~<~<eo~eom>~<|~|>~<|Human|>: ~"
                  + "你好~世界~今天天气不错~我们的，~。~！~，~你~𠮷~𠮷野家~、~नमस्ते~한국어~é~e\u0301~ﬁ~\u0345~"
                  + "def f():\n    return 1\n\tx~\n  ~  \n~ \n ~\t\t~ \t~a  b~x\r\n~ ~  ~   ~"
                  + "10~2023~٣٤~Ⅷ~½~𝟘𝟙~²~ 42~3.14~２０２３年~😀~👩‍👩‍👧~🇨🇳~"
                  + "\u00A0~\u3000~\u2003~\u2028~\u0085~\u001C~\u001F~\u200B~\uFEFF~\0~\u007F~\u180E")
              .split("~"));

  private final Random random;

  RandomText(long seed) {
    random = new Random(seed);
  }

  /// Well-formed text of up to `fragments` fragments.
  String wellFormed(int fragments) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(fragments + 1); i > 0; i--) {
      text.append(fragment());
    }
    return text.toString();
  }

  /// Well-formed text with control tokens in it.
  String withControlTokens(int fragments) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(fragments + 1); i > 0; i--) {
      text.append(random.nextInt(4) == 0 ? pick(CONTROL_TOKENS) : fragment());
    }
    return text.toString();
  }

  /// Text with unpaired surrogates in it.
  String illFormed(int fragments) {
    StringBuilder text = new StringBuilder(wellFormed(fragments));
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      text.insert(at, (char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
    }
    return text.toString();
  }

  private String fragment() {
    return switch (random.nextInt(8)) {
      case 0 -> Character.toString(scalarValue());
      case 1 -> Character.toString('a' + random.nextInt(26)).repeat(1 + random.nextInt(40));
      case 2 -> pick(List.of(" ", "\n", "\t", "\u3000")).repeat(1 + random.nextInt(70));
      default -> pick(FRAGMENTS);
    };
  }

  private int scalarValue() {
    int codePoint = random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000);
    return codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint;
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
