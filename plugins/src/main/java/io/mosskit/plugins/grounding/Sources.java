package io.mosskit.plugins.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a text gives as its source: a title, a name, an address.
final class Sources {

  /// What a text gives as its source.
  ///
  /// @param at where the words begin that name it
  record Source(String name, int at) {}

  private static final String ZH_NAME = "[^，。；：！？、,.;:!?“”「」《》<>（）()\\s]";
  private static final String ZH_CLAUSE = "[^，。；！？\\n]";

  /// What speaks, or is quoted, in Chinese: its name ends so.
  private static final String ZH_SPEAKER =
      "(?:社|报(?![道告名考销])|网|台|局|署|之声|学院|医院|研究院|研究所|科学院|委|协会|学会|大会|基金会|联合会|理事会|委员会|大学|中学|组织|机构|银行|集团|公司|中心|实验室|百科|图书馆|杂志"
          + "|期刊|周刊|新闻|咨询|智库|论坛|教授|博士|院士|医生|作家|记者|先生|女士)";

  private static final String ZH_SAYS =
      "(?:报道|指出|透露|披露|写道|写过|提到|曾说|说过|所说|所言|表示|表明|显示|发现|认为|强调|介绍|公布|发布|证实|称|建议|了解到|刊文|刊登|刊载|记载|宣布"
          + "|宣称|评论|告诉|得出|估计|预测|统计|说法|消息|推荐)";

  private static final String ZH_FROM =
      "(?:根据|依据|依照|按照|按|据|引自|引用|引述|转引|来自|援引|参考|参见|参阅|摘自|摘录|出自|来源|出处)";

  /// What is printed: its title ends so, or is followed so.
  private static final String ZH_PRINT = "(?:报|年鉴|词典|字典|学报|杂志|手册|百科全书|百科|期刊|评论|周刊|月刊|文摘|通讯|画报)";

  private static final String EN_NAME =
      "(?-i:[A-Z][\\w&'’-]{1,40}+(?:\\.(?= [A-Z]))?(?: (?:(?:of|and|for|the|de) ){0,2}[A-Z][\\w&'’-]{0,40}+){0,8}+)";

  /// Words that open a sentence, and no name.
  private static final String EN_NO_OPENING =
      "(?!(?:While|When|If|This|These|Those|In|On|At|For|From|So|And|But|As|It|You|We|They|After|Before|To|Using|Let|Therefore|However|Since"
          + "|Here|Based|According|Yes|No|Sure|Well|First|Second|Per|Quoting|Citing|Data|Researchers|Scientists|Experts|Research|Statistics|Source"
          + "|Reference|Credit|Retrieved|See|More|Also|Its|Our|Your|What|How|Who|Where|That|There|Then|Thus|Hence|Although|Because)\\b)";

  private static final String EN_INSTITUTION =
      "(?:University|College|Institute|Institution|Cent(?:er|re)|Agency|Bank|Press|Times|Post|Journal|News|Society|Association|Organi[sz]ation"
          + "|Commission|Bureau|Fund|Council|Foundation|Magazine|Review|Clinic|Academy|Ministry|Department|Dictionary|Encyclop(?:a)?edia"
          + "|Handbook|Museum|Library|Survey|American|Geographic|Research|Economist|Guardian|Lancet|Observatory|Board|Union|Authority)\\b";

  private static final String EN_SAYS =
      "(?:reports?|reported|says?|said|states?|stated|writes?|wrote|claims?|claimed|confirms?|confirmed|noted|remarked|points? out"
          + "|suggests?|reveals?|revealed|concludes?|concluded|explained|announced|estimates?|estimated|puts? it)";

  private static final String EN_CUE =
      "(?i:"
          + NumberWords.START
          + "(?:according|sources?|reference|credit|reports?|reported|says?|said|states?|stated|writes?|wrote|written|finds?|found|shows?|shown"
          + "|claims?|confirms?|confirmed|agrees?|noted|notes|indicates?|suggests?|reveals?|published?|concludes?|explained|announced?|estimates?"
          + "|put|puts|points?|quot(?:ed?|ing)|cit(?:ed?|ing)|stud(?:y|ies)|research(?:ers?)?|surveys?|articles?|papers?|journal|magazine|data|statistics"
          + "|figures|compiled|adapted|retrieved|courtesy|experts?|scientists?|professor|interview|remarked|read|words|based|believe)\\b)";

  /// Names that are known without a second word.
  private static final String EN_WELL_KNOWN =
      "(?:(?<=at |by |from |in )[A-Z]{3,}|[A-Z]{3,}(?= (?:has |have )?"
          + EN_SAYS
          + ")|Reuters|Wikipedia|Britannica|Bloomberg|Forbes|Nature|Science|Gallup|Statista|Eurostat|Nielsen|McKinsey|Deloitte|Stanford|Harvard)";

  private static final List<Pattern> PATTERNS =
      List.of(
          // 据《…》报道, 参见《…》, 《…》杂志, 《…年鉴》
          Pattern.compile(
              ZH_FROM
                  + "[^，。；《]{0,8}《([^》]{1,60})》|《([^》]{1,60})》(?:"
                  + ZH_PRINT
                  + "|[^，。；《]{0,8}?"
                  + ZH_SAYS
                  + ")|《([^》]{0,60}"
                  + ZH_PRINT
                  + ")》"),
          // an address
          Pattern.compile("(?i)" + NumberWords.START + "((?:https?://|www\\.)[\\w./%?=&#~:-]+\\w)"),
          // 根据…的报告, 据…称
          Pattern.compile(
              "(?:根据|依据|依照|按照|按|据|引自|来自(?!己)|援引)("
                  + ZH_NAME
                  + "{2,16}?)(?:的?(?:报道|统计|数据|消息|研究|调查|报告|公告|文章|介绍|说法|资料|记载|整理|汇总|评估|测算|预测|分析)|公布|发布|称|透露|指出|表示)"),
          // 来源：…, 引自…：, 摘自…。
          Pattern.compile(
              "(?:(?:来源|出处|参考文献)[:：]\\s?|引自|引用自|转引自|摘自|出自(?!己)|转自(?!己)|转载自|(?:数据|资料|内容)来自)("
                  + ZH_NAME
                  + "{2,16})(?=[，。；：）)\\n]|$)"),
          // …社报道, …大学的研究表明, …上有人说
          Pattern.compile(
              "(?:(?<=^|[，。；！？：\\n（\\s])(?:正如|诚如|如同?|而|据|连)?|于|由)("
                  + ZH_NAME
                  + "{1,12}?"
                  + ZH_SPEAKER
                  + ")(?="
                  + ZH_CLAUSE
                  + "{0,14}?"
                  + ZH_SAYS
                  + ")"),
          // Source: …, by …
          Pattern.compile(
              "(?i)(?:"
                  + NumberWords.START
                  + "(?:according to|(?:sources?|references?|credits?|citation|via|courtesy|see also):|quoting|citing"
                  + "|(?:stated|cited|quoted|reported|noted|published|compiled|collected|adapted|taken|retrieved|provided|courtesy)"
                  + " (?:by|in|from|of)|(?:quote|words|quotation|figures?|numbers?) (?:is|are|comes?) from|(?:professors?|scientists?|researchers?|experts?) (?:at|from))|^per) (?:the |an? )?("
                  + EN_NAME
                  + ")"),
          // Reuters reports, a study of the Mayo Clinic
          Pattern.compile(
              NumberWords.START
                  + "(?:((?:Professor |Prof\\.? |Dr\\.? )"
                  + EN_NAME
                  + "|"
                  + EN_WELL_KNOWN
                  + "|"
                  + EN_NO_OPENING
                  + "(?:[A-Z][\\w&'’-]{1,40}+ (?:of |for |the )?){0,6}"
                  + EN_INSTITUTION
                  + "(?: (?:of |for |the ){0,2}[A-Z][\\w&'’-]{1,40}+){0,6}+)"
                  + "|("
                  + EN_NO_OPENING
                  + EN_NAME
                  + ")(?= (?:(?:has|have|had|also|once|famously|recently|itself) )*"
                  + EN_SAYS
                  + "\\b))"),
          // (Bloomberg)
          Pattern.compile("\\(([A-Z][a-z]{3,}(?: [A-Z][a-z]+)*)\\)\\s*$"));

  private static final int WITH_CUE = 6;
  private static final int FARTHEST_CUE = 200;
  private static final String SPEAKER_ENDS = "社报网台局署声院所委会学织构行团司心室科馆志刊闻询库坛授士生家者学";
  private static final Pattern SAYS = Pattern.compile(ZH_SAYS);
  private static final Pattern CUE = Pattern.compile(EN_CUE);

  /// Words that are no name: nobody in particular, the user, the plugins, the dialogue itself.
  private static final Pattern NO_NAME =
      Pattern.compile(
          "最近|最新|近日|近期|一篇|一些|一位|多位|多个|许多|很多|不少|^某|有关|相关|官方|年$|方式|搜索|查询|检索|结果|资料|以上|上述|计算|题"
              + "|^[您你我他她它这那其该本各]|提供|公式|网络|已知|工具|所给|之前|前面|上面|上文|层$|情况|实际|不同|自己|数据$|信息$");

  private Sources() {}

  /// Every source that a text gives, in order; one place names one source.
  static List<Source> of(String text) {
    TreeMap<Integer, Source> found = new TreeMap<>();
    for (int i = 0; i < PATTERNS.size(); i++) {
      if (!mayMatch(i, text)) {
        continue;
      }
      Matcher matcher = PATTERNS.get(i).matcher(text);
      while (matcher.find()) {
        int group = 1;
        while (matcher.group(group) == null) {
          group++;
        }
        String name = matcher.group(group);
        int at = matcher.start(group);
        if (!NO_NAME.matcher(name).find()
            && (i != WITH_CUE || hasCue(text, at, matcher.end(group)))) {
          found.putIfAbsent(at, new Source(name, at));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  /// Whether a pattern is worth its time: each has something without which it matches nothing.
  private static boolean mayMatch(int pattern, String text) {
    return switch (pattern) {
      case 0 -> text.indexOf('《') >= 0;
      case 1 ->
          text.contains("ttp")
              || text.contains("TTP")
              || text.contains("ww")
              || text.contains("WW");
      case 2, 3 -> hasAny(text, "据照按引自来源出处参考转");
      case 4 -> hasAny(text, SPEAKER_ENDS) && SAYS.matcher(text).find();
      case WITH_CUE -> CUE.matcher(text).find();
      default -> true;
    };
  }

  private static boolean hasAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x2E80 && characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether the sentence speaks of saying, showing or publishing.
  private static boolean hasCue(String text, int at, int nameEnd) {
    int from = Math.max(text.lastIndexOf(". ", at), text.lastIndexOf('\n', at));
    int to = Math.min(end(text, ". ", nameEnd), end(text, "\n", nameEnd));
    return CUE.matcher(
            text.substring(
                Math.max(at - FARTHEST_CUE, Math.max(0, from)),
                Math.min(to, nameEnd + FARTHEST_CUE)))
        .find();
  }

  private static int end(String text, String mark, int from) {
    int end = text.indexOf(mark, from);
    return end < 0 ? text.length() : end;
  }
}
