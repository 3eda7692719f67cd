package io.mosskit.generator.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text that a model wrote must not hold, because it belongs to a format around it: role
/// markers and end tokens of chat formats, header lines of our own requests, places that nobody
/// filled in.
public final class Leftovers {

  private static final Pattern MARKERS =
      Pattern.compile(
          "<\\|(?:Human|MOSS|Inner Thoughts|Commands|Results)\\|>|<eo[hmtcr]>"
              + "|<\\|(?:im_start|im_end|endoftext|eot_id|system|user|assistant)\\|>"
              + "|\\[/?INST]|<</?SYS>>|</?think>"
              + "|(?m)^Task: (?:expand-prompts|user-turn)\\s*$");

  private static final Pattern PLACES =
      Pattern.compile(
          "\\{\\{[a-z_ -]+}}|\\[(?i:insert|your|topic|name|placeholder)\\b[^]\\n]{0,40}]"
              + "|[\\[【](?:插入|填写|你的|主题|姓名|占位)[^]】\\n]{0,20}[]】]");

  private Leftovers() {}

  /// The first marker in a text, where one stands there.
  public static Optional<String> marker(String text) {
    return first(MARKERS, text);
  }

  /// The first marker or unfilled place in a text. Code and letters may hold such places with good
  /// reason, so only what ought to be complete is looked through for them.
  public static Optional<String> markerOrPlace(String text) {
    return marker(text).or(() -> first(PLACES, text));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
