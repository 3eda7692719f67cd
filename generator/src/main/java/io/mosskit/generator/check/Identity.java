package io.mosskit.generator.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells where a reply passes its speaker off as another vendor's assistant. To talk about such an
/// assistant or vendor is no such thing; only the first person is looked for.
final class Identity {

  private static final String ASSISTANTS =
      "(?:Chat-?GPT|GPT-?\\d[\\w.-]*|Claude|Gemini|Bard|LLaMA|Mistral|Qwen|DeepSeek|ERNIE|Copilot"
          + "|通义千问|文心一言|讯飞星火|豆包|智谱清言|百川|Kimi)";

  private static final String VENDORS =
      "(?:Open\\s?AI|Anthropic|Google(?: DeepMind)?|DeepMind|Microsoft|Meta(?: AI)?|Mistral AI|Alibaba"
          + "|Baidu|DeepSeek|Moonshot|阿里巴巴|阿里云|百度|腾讯|字节跳动|科大讯飞|智谱|月之暗面|深度求索|谷歌|微软)";

  private static final Pattern CLAIM =
      Pattern.compile(
          "(?i)\\b(?:I am|I['’]m|my name is|as) (?:an? )?(?:AI )?(?:model |assistant )?"
              + "(?:called |named )?"
              + ASSISTANTS
              + "\\b(?! would| might| could| did| does)"
              + "|\\bI (?:was|am|have been) (?:an? [\\w ]{0,40})?"
              + "(?:developed|created|trained|made|built|designed) by "
              + VENDORS
              + "|\\b(?:I am|I['’]m|as) an? [\\w ,-]{0,40}"
              + "(?:developed|created|trained|made|built|designed) by "
              + VENDORS
              + "|(?:我是|我叫|我的名字是|作为)(?:一个|一款)?[^。！？\\n，]{0,8}?"
              + ASSISTANTS
              + "|(?:我是|我由|作为)[^。！？\\n]{0,12}?由?"
              + VENDORS
              + "[^。！？\\n]{0,6}?(?:开发|训练|研发|创造|推出|打造)");

  private Identity() {}

  /// The words in which the speaker claims to be somebody else's assistant.
  static Optional<String> foreignClaim(String reply) {
    Matcher matcher = CLAIM.matcher(reply);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
