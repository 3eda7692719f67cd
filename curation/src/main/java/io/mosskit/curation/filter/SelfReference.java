package io.mosskit.curation.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds where the assistant speaks of itself as an AI: "As an AI language model …", 作为一个人工智能语言模型
/// …. AI as a topic ("as an AI researcher", 作为人工智能的分支) is none.
final class SelfReference {

  /// Alternatives and bounded repetitions only: the time grows with the text's length.
  private static final Pattern SIGN =
      Pattern.compile(
          "\\bas an? (?:ai|artificial intelligence|(?:large )?language model|chatbot)"
              + "(?:[- ](?:powered )?(?:language model|assistant|chatbot|model|program|system|bot|ai))?"
              + "(?= ?[,.;:!]| (?:i|my|it)\\b)"
              + "|\\bi(?:['’]m| am) (?:just |only |actually )?an? (?:ai|artificial intelligence"
              + "|(?:large )?language model|chatbot)\\b"
              + "(?! (?:researcher|engineer|expert|scientist|student|developer|enthusiast))"
              + "|(?:作为|我是|我只是)(?:一个|一款|一名|一种|一位)?(?:大型|大)?"
              + "(?:人工智能|ai|语言模型|聊天机器人)"
              + "(?!的|领域|技术|专家|工程师|研究|公司|行业|企业|教育|开发|爱好|专业|从业)",
          Pattern.CASE_INSENSITIVE);

  private SelfReference() {}

  /// The words that show it, null where none do.
  static @Nullable String sign(String reply) {
    Matcher sign = SIGN.matcher(reply);
    return sign.find() ? sign.group() : null;
  }
}
