package io.mosskit.generator.dialogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds claims that an honest assistant does not make, and the lack of words that it cannot do
/// without.
final class Claims {

  private static final Pattern ADMISSION =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|unable|impossible|unknown"
              + "|uncertain|unclear|unlikely|unfortunately|without|hardly|lack|beyond|guess|may|might"
              + "|perhaps|depends|only you)\\b|n['’]t\\b"
              + "|不|没|无|未|难以|难说|谁也|或许|也许|可能|猜|取决于|只有你|只有您|抱歉");

  private static final Pattern CONTRADICTION =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|actually|in fact|in reality"
              + "|rather|instead|myth|legend|misconception|mistake|mistaken|mix-up|mixed up|confus\\w+"
              + "|false|incorrect|wrong|however|but|although|contrary|only|without|until|before)\\b"
              + "|n['’]t\\b|不|没|无|未|其实|实际|事实|误|非|而是|错|混淆|但|传说|虽然|才|早于|晚于");

  private static final Pattern HUMAN =
      Pattern.compile(
          "(?i)(?<!if |whether |think |say |that )\\bI(?:['’]m| am) (?:just |really |also )?(?:a |an )?"
              + "(?:real |actual |living )?(?:human being|human|person|man|woman)(?=[.,!;]| and | like | just |$)"
              + "|\\bmy (?:wife|husband|childhood|mother|father|kids|children)\\b"
              + "|(?<!如果|假如|觉得|以为|认为|说)我(?:当然|确实|其实|真的)?(?:就)?是(?:一个|一名|个)?"
              + "(?:真人|活人|真实的人|人类)(?=[，。！；,.!]|$)|我(?:小时候|的童年|妻子|丈夫|老婆|老公)");

  private Claims() {}

  /// Whether a reply says in any way that something is not known or cannot be.
  static boolean admits(String reply) {
    return ADMISSION.matcher(reply).find();
  }

  /// Whether a reply contradicts anything at all.
  static boolean contradicts(String reply) {
    return CONTRADICTION.matcher(reply).find();
  }

  /// The words in which the speaker passes for a human being.
  static Optional<String> ofBeingHuman(String reply) {
    Matcher matcher = HUMAN.matcher(reply);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
