package io.mosskit.plugins.grounding;

import java.util.List;
import java.util.regex.Pattern;

/// How English texts name their sources.
final class EnglishSources {

  private static final String NAME =
      "(?-i:[A-Z][\\w&'’-]{1,40}+(?:\\.(?= [A-Z]))?(?: (?:(?:of|and|for|the|de) ){0,2}[A-Z][\\w&'’-]{0,40}+){0,8}+)";

  /// Words that open a sentence, and no name.
  private static final String NO_OPENING =
      "(?!(?:While|When|If|This|These|Those|In|On|At|For|From|So|And|But|As|It|You|We|They|After|Before|To|Using|Let|Therefore|However|Since"
          + "|Here|Based|According|Yes|No|Sure|Well|First|Second|Per|Quoting|Citing|Data|Researchers|Scientists|Experts|Research|Statistics|Source"
          + "|Reference|Credit|Retrieved|See|More|Also|Its|Our|Your|What|How|Who|Where|That|There|Then|Thus|Hence|Although|Because)\\b)";

  private static final String INSTITUTION =
      "(?:University|College|Institute|Institution|Cent(?:er|re)|Agency|Bank|Press|Times|Post|Journal|News|Society|Association|Organi[sz]ation"
          + "|Commission|Bureau|Fund|Council|Foundation|Magazine|Review|Clinic|Academy|Ministry|Department|Dictionary|Encyclop(?:a)?edia"
          + "|Handbook|Museum|Library|Survey|American|Geographic|Research|Economist|Guardian|Lancet|Observatory|Board|Union|Authority)\\b";

  private static final String SAYS =
      "(?:reports?|reported|says?|said|states?|stated|writes?|wrote|claims?|claimed|confirms?|confirmed|noted|remarked|points? out"
          + "|suggests?|reveals?|revealed|concludes?|concluded|explained|announced|estimates?|estimated|puts? it)";

  private static final String CUE =
      "(?i:"
          + NumberWords.START
          + "(?:according|sources?|reference|credit|reports?|reported|says?|said|states?|stated|writes?|wrote|written|finds?|found|shows?|shown"
          + "|claims?|confirms?|confirmed|agrees?|noted|notes|indicates?|suggests?|reveals?|published?|concludes?|explained|announced?|estimates?"
          + "|put|puts|points?|quot(?:ed?|ing)|cit(?:ed?|ing)|stud(?:y|ies)|research(?:ers?)?|surveys?|articles?|papers?|journal|magazine|data|statistics"
          + "|figures|compiled|adapted|retrieved|courtesy|experts?|scientists?|professor|interview|remarked|read|words|based|believe)\\b)";

  /// Names that are known without a second word.
  private static final String WELL_KNOWN =
      "(?:(?<=at |by |from |in )[A-Z]{3,}|[A-Z]{3,}(?= (?:has |have )?"
          + SAYS
          + ")|Reuters|Wikipedia|Britannica|Bloomberg|Forbes|Nature|Science|Gallup|Statista|Eurostat|Nielsen|McKinsey|Deloitte|Stanford|Harvard)";

  private static final Pattern HAS_CUE = Pattern.compile(CUE);

  private static final int FARTHEST_CUE = 200;

  static final List<Naming> NAMINGS =
      List.of(
          // Source: …, by …
          new Naming(
              Pattern.compile(
                  "(?i)(?:"
                      + NumberWords.START
                      + "(?:according to|(?:sources?|references?|credits?|citation|via|courtesy|see also):|quoting|citing"
                      + "|(?:stated|cited|quoted|reported|noted|published|compiled|collected|adapted|taken|retrieved|provided|courtesy)"
                      + " (?:by|in|from|of)|(?:quote|words|quotation|figures?|numbers?) (?:is|are|comes?) from|(?:professors?|scientists?|researchers?|experts?) (?:at|from))|^per) (?:the |an? )?("
                      + NAME
                      + ")"),
              _ -> true),
          // Reuters reports, a study of the Mayo Clinic
          new Naming(
              Pattern.compile(
                  NumberWords.START
                      + "(?:((?:Professor |Prof\\.? |Dr\\.? )"
                      + NAME
                      + "|"
                      + WELL_KNOWN
                      + "|"
                      + NO_OPENING
                      + "(?:[A-Z][\\w&'’-]{1,40}+ (?:of |for |the )?){0,6}"
                      + INSTITUTION
                      + "(?: (?:of |for |the ){0,2}[A-Z][\\w&'’-]{1,40}+){0,6}+)"
                      + "|("
                      + NO_OPENING
                      + NAME
                      + ")(?= (?:(?:has|have|had|also|once|famously|recently|itself) )*"
                      + SAYS
                      + "\\b))"),
              text -> HAS_CUE.matcher(text).find(),
              EnglishSources::hasCue),
          // (Bloomberg)
          new Naming(Pattern.compile("\\(([A-Z][a-z]{3,}(?: [A-Z][a-z]+)*)\\)\\s*$"), _ -> true));

  private EnglishSources() {}

  /// Whether the sentence speaks of saying, showing or publishing.
  private static boolean hasCue(String text, int at, int nameEnd) {
    int from = Math.max(text.lastIndexOf(". ", at), text.lastIndexOf('\n', at));
    int to = Math.min(end(text, ". ", nameEnd), end(text, "\n", nameEnd));
    return HAS_CUE
        .matcher(
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
