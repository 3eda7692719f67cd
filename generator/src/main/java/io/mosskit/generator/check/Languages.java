package io.mosskit.generator.check;

import io.mosskit.schema.text.Language;
import java.util.regex.Pattern;

/// Whether what is said is in the language that is spoken, judged only where there is no doubt:
/// between Chinese and English, code left out.
final class Languages {

  private static final Pattern NAMES_A_LANGUAGE =
      Pattern.compile(
          "(?i)\\b(?:Chinese|Mandarin|English|translat\\w*)\\b|中文|汉语|普通话|英文|英语|双语|翻译|译成|译为");

  private Languages() {}

  /// Whether a text is clearly in the other language than the given one.
  static boolean isOther(String text, Language spoken) {
    Language told = Language.of(Prose.of(text));
    return (spoken == Language.ZH && told == Language.EN)
        || (spoken == Language.EN && told == Language.ZH);
  }

  /// Whether a reply is clearly in another language than the user's words as well as the one that
  /// the user is known to speak, and the user asked for no such thing: who names a language may
  /// want either.
  static boolean differs(String reply, String user, Language spoken) {
    return isOther(reply, spoken)
        && isOther(reply, Language.of(user))
        && !NAMES_A_LANGUAGE.matcher(user).find();
  }
}
