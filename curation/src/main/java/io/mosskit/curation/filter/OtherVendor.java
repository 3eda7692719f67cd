package io.mosskit.curation.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds where the assistant says that it is another model, or made by another maker: "I am
/// ChatGPT", "trained by OpenAI" of itself, 我是文心一言, 我是由百度开发的. To speak of them (百度地图, Claude Monet)
/// is no sign.
final class OtherVendor {

  private static final String MODELS =
      "(?:chatgpt|gpt-?[345]|claude(?!(?-i: [A-Z]))|bard|copilot|chatglm|llama|qwen|deepseek"
          + "|文心一言|通义千问|讯飞星火|智谱清言|豆包|天工)";

  private static final String MAKERS =
      "(?:openai|anthropic|google|meta|microsoft|baidu|alibaba|deepseek|zhipu|百度|阿里|腾讯|字节跳动"
          + "|科大讯飞|智谱|华为|谷歌|微软)";

  /// Alternatives and bounded repetitions only: the time grows with the text's length.
  private static final Pattern SIGN =
      Pattern.compile(
          "\\b(?:i(?:['’]m| am)|my name is) (?:called |named )?"
              + MODELS
              + "\\b|\\b(?:i (?:was|am|have been)|i['’]m|as an?|i am an?|i['’]m an?)"
              + "(?: [a-z-]{1,12}){0,5} (?:created|developed|trained|made|built|designed) by "
              + MAKERS
              + "|我(?:是|叫|的名字是|的名字叫)"
              + MODELS
              + "|(?:我是|作为)[^。！？，\n]{0,12}"
              + MAKERS
              + "(?:公司|团队)?(?:所)?(?:开发|训练|研发|创建|创造|推出|打造)",
          Pattern.CASE_INSENSITIVE);

  private OtherVendor() {}

  /// The words that show it, null where none do.
  static @Nullable String sign(String reply) {
    Matcher sign = SIGN.matcher(reply);
    return sign.find() ? sign.group() : null;
  }
}
