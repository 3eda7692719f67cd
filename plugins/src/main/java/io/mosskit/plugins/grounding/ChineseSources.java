package io.mosskit.plugins.grounding;

import java.util.List;
import java.util.regex.Pattern;

/// How Chinese texts name their sources.
final class ChineseSources {

  private static final String NAME = "[^，。；：！？、,.;:!?“”「」《》<>（）()\\s]";

  private static final String CLAUSE = "[^，。；！？\\n]";

  /// What speaks, or is quoted, in Chinese: its name ends so.
  private static final String SPEAKER =
      "(?:社|报(?![道告名考销])|网|台|局|署|之声|学院|医院|研究院|研究所|科学院|委|协会|学会|大会|基金会|联合会|理事会|委员会|大学|中学|组织|机构|银行|集团|公司|中心|实验室|百科|图书馆|杂志"
          + "|期刊|周刊|新闻|咨询|智库|论坛|教授|博士|院士|医生|作家|记者|先生|女士)";

  private static final String SAYS =
      "(?:报道|指出|透露|披露|写道|写过|提到|曾说|说过|所说|所言|表示|表明|显示|发现|认为|强调|介绍|公布|发布|证实|称|建议|了解到|刊文|刊登|刊载|记载|宣布"
          + "|宣称|评论|告诉|得出|估计|预测|统计|说法|消息|推荐)";

  private static final String FROM =
      "(?:根据|依据|依照|按照|按|据|引自|引用|引述|转引|来自|援引|参考|参见|参阅|摘自|摘录|出自|来源|出处)";

  /// What is printed: its title ends so, or is followed so.
  private static final String PRINT = "(?:报|年鉴|词典|字典|学报|杂志|手册|百科全书|百科|期刊|评论|周刊|月刊|文摘|通讯|画报)";

  private static final String SPEAKER_ENDS = "社报网台局署声院所委会学织构行团司心室科馆志刊闻询库坛授士生家者学";

  private static final Pattern SAYS_SOMETHING = Pattern.compile(SAYS);

  /// What one of the words that a source follows has in it.
  private static final String OPENERS = "据照按引自来源出处参考转";

  static final List<Naming> NAMINGS =
      List.of(
          // 据《…》报道, 参见《…》, 《…》杂志, 《…年鉴》
          new Naming(
              Pattern.compile(
                  FROM
                      + "[^，。；《]{0,8}《([^》]{1,60})》|《([^》]{1,60})》(?:"
                      + PRINT
                      + "|[^，。；《]{0,8}?"
                      + SAYS
                      + ")|《([^》]{0,60}"
                      + PRINT
                      + ")》"),
              text -> text.indexOf('《') >= 0),
          // 根据…的报告, 据…称
          new Naming(
              Pattern.compile(
                  "(?:根据|依据|依照|按照|按|据|引自|来自(?!己)|援引)("
                      + NAME
                      + "{2,16}?)(?:的?(?:报道|统计|数据|消息|研究|调查|报告|公告|文章|介绍|说法|资料|记载|整理|汇总|评估|测算|预测|分析)|公布|发布|称|透露|指出|表示)"),
              text -> hasAny(text, OPENERS)),
          // 来源：…, 引自…：, 摘自…。
          new Naming(
              Pattern.compile(
                  "(?:(?:来源|出处|参考文献)[:：]\\s?|引自|引用自|转引自|摘自|出自(?!己)|转自(?!己)|转载自|(?:数据|资料|内容)来自)("
                      + NAME
                      + "{2,16})(?=[，。；：）)\\n]|$)"),
              text -> hasAny(text, OPENERS)),
          // …社报道, …大学的研究表明, …上有人说
          new Naming(
              Pattern.compile(
                  "(?:(?<=^|[，。；！？：\\n（\\s])(?:正如|诚如|如同?|而|据|连)?|于|由)("
                      + NAME
                      + "{1,12}?"
                      + SPEAKER
                      + ")(?="
                      + CLAUSE
                      + "{0,14}?"
                      + SAYS
                      + ")"),
              text -> hasAny(text, SPEAKER_ENDS) && SAYS_SOMETHING.matcher(text).find()));

  private ChineseSources() {}

  private static boolean hasAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x2E80 && characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
