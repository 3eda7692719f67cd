package io.mosskit.generator.rehearsal.script;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many things somebody asks for: `three ideas`, `四条建议`.
final class Count {

  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(two|three|four|five|six|seven|eight|[2-8])\\s+(?:\\w+\\s+){0,2}?(?:ideas|suggestions|"
              + "tips|options|ways|points|questions|things|steps|titles|arguments|mistakes|facts|"
              + "possibilities|experiments|measures|examples|reasons)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE =
      Pattern.compile("([两二三四五六七八2-8])(?:个(?!孩子|朋友|老同学|大学生|同事|数|人)|条|点|件|种|步|项)");
  private static final List<String> WORDS =
      List.of("two", "three", "four", "five", "six", "seven", "eight");
  private static final String CHARACTERS = "二三四五六七八";

  private Count() {}

  /// The number from 2 to 8 that a text names.
  static OptionalInt in(String text, boolean chinese) {
    Matcher asked = (chinese ? CHINESE : ENGLISH).matcher(text);
    return asked.find() ? OptionalInt.of(number(asked.group(1))) : OptionalInt.empty();
  }

  private static int number(String word) {
    int english = WORDS.indexOf(word.toLowerCase(Locale.ROOT));
    if (english >= 0) {
      return english + 2;
    }
    int chinese = CHARACTERS.indexOf(word.replace('两', '二'));
    return chinese >= 0 ? chinese + 2 : Integer.parseInt(word);
  }
}
