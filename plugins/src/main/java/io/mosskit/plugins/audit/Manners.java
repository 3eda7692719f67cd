package io.mosskit.plugins.audit;

import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How a reply speaks: honestly where every tool has failed, and in the user's language.
final class Manners {

  private static final Pattern ADMISSION =
      Pattern.compile(
          "抱歉|对不起|遗憾|无法|不能|没能|未能|没有|未找到|未查到|没[查找搜]到|查不到|找不到|算不出|失败|出错|错误|无解|无意义|不存在|超出|不可|无效|不支持|未提供|缺少|"
              + "(?i:sorry|apolog|unfortunate|unable|cannot|can['’]?t|could\\s?n[o'’]t|did\\s?n[o'’]t|does\\s?n[o'’]t|"
              + "do\\s?n[o'’]t|was\\s?n[o'’]t|is\\s?n[o'’]t|not\\b|no\\s|none|nothing|fail|error|undefined|without|beyond|invalid)");

  private static final Pattern OTHER_LANGUAGE =
      Pattern.compile(
          "英文|英语|中文|汉语|法语|日语|德语|翻译|译成|双语|(?i:chinese|english|french|japanese|german|spanish|translat|mandarin|language)");

  private static final Pattern CITATION = Pattern.compile("</?sup>|<\\|\\d+\\|>");
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{3,}");
  private static final int LEAST_WORDS = 4;

  private Manners() {}

  static List<AuditFinding> findings(Trace trace) {
    List<AuditFinding> findings = new ArrayList<>();
    String reply = CITATION.matcher(trace.turn().reply()).replaceAll("");
    if (trace.failedWholly() && !ADMISSION.matcher(reply).find()) {
      findings.add(
          finding(
              trace,
              "hidden_failure",
              "every call of the turn failed, and the reply does not say so"));
    }
    String human = trace.turn().human();
    if (isInOtherLanguage(human, reply) && !OTHER_LANGUAGE.matcher(human).find()) {
      findings.add(
          finding(trace, "other_language", "the reply is in another language than the user's"));
    }
    return findings;
  }

  private static AuditFinding finding(Trace trace, String kind, String detail) {
    return new AuditFinding(Stage.MEANING, trace.number(), kind, "", detail);
  }

  private static boolean isInOtherLanguage(String human, String reply) {
    return switch (Language.of(human)) {
      case ZH ->
          Language.of(reply) == Language.EN
              && LATIN_WORD.matcher(reply).results().count() >= LEAST_WORDS;
      case EN ->
          Language.of(reply) == Language.ZH
              && LATIN_WORD.matcher(human).results().count() >= LEAST_WORDS;
      case MIXED, OTHER -> false;
    };
  }
}
