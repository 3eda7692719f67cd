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
              + "|(?m)^Task: (?:expand-prompts|evolve-prompt|user-turn|plugin-calls|plugin-reply|reply|judge)\\s*$");

  private static final Pattern PLACES =
      Pattern.compile(
          "\\{\\{[a-z_ -]+}}|\\[(?i:insert|your|topic|name|placeholder)\\b[^]\\n]{0,40}]"
              + "|[\\[【](?:插入|填写|你的|主题|姓名|占位)[^]】\\n]{0,20}[]】]"
              + "|[（(\\[【](?:此处|在此)(?:填写|插入|输入)[^）)\\]】\\n]{0,20}[）)\\]】]");

  /// What stands around a text that was taken for a script or an answer in JSON.
  private static final Pattern WRAPPING =
      Pattern.compile(
          "^(?i:[\\s*#\\[【]*(?:user|human|assistant|ai|ai assistant|moss|用户|人类|助手|AI\\s?助手)"
              + "[\\s*\\]】]*[:：])"
              + "|^\\{\\s*\"(?:user|assistant|prompts?|reply|response|thoughts|calls)\"\\s*:");

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

  /// The speaker's name before a text, or the JSON that it is wrapped in.
  public static Optional<String> wrapping(String text) {
    return first(WRAPPING, text);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
