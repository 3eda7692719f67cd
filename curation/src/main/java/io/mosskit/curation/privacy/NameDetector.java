package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.isHan;
import static io.mosskit.curation.privacy.Characters.isLetter;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Names of people in forms: `姓名：…`, `Name: …`. Most names so written are a character's in a story;
/// [Recogniser] keeps those that stand beside other private data.
final class NameDetector implements Detector {
  private static final List<String> CHINESE_KEYS =
      List.of("姓名", "收件人", "联系人", "收货人", "寄件人", "户主", "持卡人", "申请人", "客户", "患者", "名字");
  private static final List<String> ENGLISH_KEYS =
      List.of("name", "recipient", "cardholder", "contact", "patient", "customer", "holder");
  private static final int LONGEST_KEY = 10;
  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢"
          + "傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔";

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int sign = text.indexOf(':'); sign >= 0; sign = text.indexOf(':', sign + 1)) {
      int keyEnd = sign;
      while (keyEnd > sign - 4 && " *\"'".indexOf(at(text, keyEnd - 1)) >= 0) {
        keyEnd--;
      }
      String before = text.substring(Math.max(0, keyEnd - LONGEST_KEY), keyEnd);
      int start = sign + 1;
      while (start < sign + 6 && " *\"'".indexOf(at(text, start)) >= 0) {
        start++;
      }
      int end = start;
      if (CHINESE_KEYS.stream().anyMatch(before::endsWith)) {
        end = chineseEnd(text, start);
      } else if (ENGLISH_KEYS.stream().anyMatch(before.toLowerCase(Locale.ROOT)::endsWith)) {
        end = englishEnd(text, start);
      }
      if (end > start) {
        found.accept(Candidate.secret(Kind.NAME, start, end, text.substring(start, end)));
      }
    }
  }

  private static int chineseEnd(String text, int start) {
    int end = start;
    while (end < start + 5 && isHan(at(text, end))) {
      end++;
    }
    boolean name = end - start >= 2 && end - start <= 4 && SURNAMES.indexOf(at(text, start)) >= 0;
    return name ? end : start;
  }

  /// Two or three words with a capital.
  private static int englishEnd(String text, int start) {
    int end = start;
    int words = 0;
    while (words < 3 && Character.isUpperCase(at(text, end))) {
      int wordEnd = end + 1;
      while (wordEnd < end + 20
          && (isLetter(at(text, wordEnd)) || "'-.".indexOf(at(text, wordEnd)) >= 0)) {
        wordEnd++;
      }
      words++;
      if (at(text, wordEnd) != ' ' || !Character.isUpperCase(at(text, wordEnd + 1)) || words == 3) {
        return words >= 2 ? wordEnd : start;
      }
      end = wordEnd + 1;
    }
    return start;
  }
}
