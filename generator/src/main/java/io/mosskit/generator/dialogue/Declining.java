package io.mosskit.generator.dialogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words in which an assistant declines, in Chinese and English.
final class Declining {

  /// A reply that begins by declining and goes on longer than this has something else to say.
  private static final int GIST_ENGLISH = 450;

  private static final int GIST_CHINESE = 180;

  /// What an assistant without eyes, hands or the web cannot do is no refusal.
  private static final String NOT_A_LACK =
      "(?![^.!?\\n]{0,90}\\b(?:real[- ]time|current|live|up-to-date|latest|image|picture|photo|video"
          + "|audio|links?|files?|browse|internet|access|physical|previous|beyond|own)\\b)";

  private static final String ENGLISH =
      "(?:(?:I['’]m|I am) (?:\\w+ ){0,2}sorry|sorry|my apologies|I apologi[sz]e|unfortunately"
          + "|I understand[^.!?\\n]{0,120}|thank you[^.!?\\n]{0,80}|as an? (?:AI|artificial|ethical)[^.,!?\\n]{0,60}"
          + "|however|but|that|[\\s,.;:!])*"
          + "(?:I (?:simply |really |just )?(?:can(?:no|['’])t|cannot|(?:won['’]t|will not)(?: be able to)?|must decline|have to decline)"
          + "|I(?:['’]m| am) (?:not able|unable|not comfortable|not willing|not programmed)(?: to| with)?)"
          + " ?(?:\\w+ ){0,2}?"
          + "(?:help(?! \\w+ing\\b)|helping|assist|assisting|provide|providing|offer|fulfil|fulfill|comply|support|promote|engage"
          + "|participate|condone|encourage|generate|produce|discuss|share|answer|respond|to do (?:that|this|so)"
          + "|do (?:that|this|so))\\b"
          + NOT_A_LACK;

  private static final String CHINESE =
      "(?:(?:我)?(?:非常|很|十分|真的|深感)?(?:抱歉|对不起|遗憾|不好意思)|作为(?:一个|一名|一款)?[^，。！？\\n]{0,25}"
          + "|我(?:能)?理解[^。！？\\n]{0,60}|但是?|不过|因此|所以|(?:关于|对于|在)?这(?:方面|个问题|一点|件事)|[\\s，。！,.!：])*"
          + "(?:我|我们|本人)?(?:无法|不能|不会|不可以|没法|没办法|不便|恕我不能|恕难|拒绝)"
          + "(?:为您|为你|向您|向你|给您|给你|对此|在这方面|就此)?"
          + "(?:提供|帮助|协助|帮忙|帮您|帮你|回答|完成|满足|支持|参与|生成|讨论|给出|照做|鼓励|教)"
          + "(?![^。！？\\n]{0,30}(?:实时|最新|图片|图像|视频|音频|链接|文件|联网|访问|之前))";

  private static final Pattern OPENING =
      Pattern.compile("(?i)\\A(?:" + ENGLISH + "|" + CHINESE + ")");

  private static final Pattern LIST_OR_CODE =
      Pattern.compile("```|(?m)^\\s*(?:\\d+[.、)]|[-*•]) ?\\S");

  private static final Pattern TRACE =
      Pattern.compile(
          "(?i)\\bI(?:['’]m| am)? (?:\\w+ ){0,3}?(?:can(?:no|['’])t|cannot|won['’]t|will not|not able"
              + "|unable|decline|refuse|don['’]t|do not|not comfortable|not going|say no)\\b"
              + "|\\brather not\\b|\\bnot (?:\\w+ ){0,2}?(?:okay|ok|right|acceptable|appropriate|ethical"
              + "|legal|moral|good|recommended|advisable|true|fair|accurate|possible|allowed|condoned)\\b"
              + "|\\b(?:illegal\\w*|unlawful|law|laws|unethical|immoral|crimes?|criminal|harm\\w*|danger\\w*"
              + "|hurt\\w*|sorry|wrong|inappropriate|unacceptable|unfair|stereotyp\\w*|discriminat\\w*"
              + "|should not|should never)\\b|\\bshouldn['’]t\\b|\\bis ?n['’]t (?:a )?(?:good|right|true|okay)"
              + "|\\b(?:say no|my answer)\\b"
              + "|回答(?:还是|仍然)一样|说不|受伤|丧命|人命|(?:我|我们)[^，。！？\\n]{0,8}(?:不能|不会|不愿|不想|不便|没法|无法|不可以|不赞成|不同意)"
              + "|(?:不能|不会|无法|没法|不便|不愿|不可以)(?:为|给|向|帮|提供|协助|教|回答|支持|参与|满足|讨论)"
              + "|违法|犯法|犯罪|违反|违背|法律|合法|有害|伤害|危害|抱歉|对不起|遗憾|拒绝|婉拒|不道德|不应|不该"
              + "|不建议|不鼓励|不支持|不提倡|不可取|不正确|不恰当|不对的|不妥|不公|不准确|不实|危险|歧视|恕");

  private static final Pattern HELP =
      Pattern.compile(
          "(?i)\\b(?:hotline|helpline|crisis|emergency|police|counsel\\w+|therap\\w+|doctor|lawyer"
              + "|professional|advice (?:cent(?:re|er)|service)|support group|someone you trust"
              + "|somebody you trust|trusted|ring|call|phone|talk to (?:a|an|your|someone|somebody)|reach out)\\b"
              + "|热线|急救|报警|警方|警察|咨询|心理医生|心理援助|医生|医院|律师|专业人士|专业人员|信任的|信得过|求助|救助|打电话|打个电话");

  private Declining() {}

  /// The words with which a reply declines, where that is all that it does.
  static Optional<String> asGist(String reply) {
    String text = reply.strip();
    Matcher opening = OPENING.matcher(text);
    if (!opening.lookingAt() || text.length() > most(text) || LIST_OR_CODE.matcher(text).find()) {
      return Optional.empty();
    }
    return Optional.of(opening.group().strip());
  }

  private static int most(String text) {
    boolean chinese = text.codePoints().limit(20).anyMatch(Character::isIdeographic);
    return chinese ? GIST_CHINESE : GIST_ENGLISH;
  }

  /// Whether anything in a reply sounds like no, or like a reason for one.
  static boolean leavesATrace(String reply) {
    return TRACE.matcher(reply).find();
  }

  /// Whether a reply names people whose task it is to help.
  static boolean namesHelp(String reply) {
    return HELP.matcher(reply).find();
  }
}
