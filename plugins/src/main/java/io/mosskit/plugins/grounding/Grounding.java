package io.mosskit.plugins.grounding;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.text.Units;
import io.mosskit.schema.trace.Citations;
import io.mosskit.schema.trace.Citations.Citation;
import io.mosskit.schema.trace.Results;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a reply states only what it can know.
///
/// A number is supported where the user's words, an earlier turn, an argument or a result has it,
/// or where it follows from one of these by rounding, by a word for its size (`万`, `million`) or as
/// a percentage. No further arithmetic is done: a step that no plugin has made is not supported.
/// Numbers of lists, ordinals, exponents, names with digits (`GPT-4`, `x_1`) and small words
/// (`one`, `一个`) state nothing. A citation is supported where the result is there; words in
/// quotation marks, a title or a name given as the source, and an address, where some text holds
/// them.
public final class Grounding {

  private static final Pattern LIST_NUMBER =
      Pattern.compile("(?m)^[\\h>*#-]*+[(（]?\\d{1,2}(?:[.)、）．:：](?!\\d)|\\h*+$)");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "第\\s?[\\d零一二三四五六七八九十百]+|[(（]\\d{1,2}[)）]|(?i:"
              + NumberWords.START
              + "(?:step|part|turn|no\\.)\\s?\\d+|步骤\\s?[\\d一二三四五六七八九十]+"
              + "|(?<!\\d)\\d++(?:st|nd|rd|th)\\b)");
  private static final Pattern MARKER = Pattern.compile("<\\|[^<>]*\\|>");
  private static final Pattern EXPONENT =
      Pattern.compile("(?:\\^|(?<=[\\p{Alnum})])\\*\\*)[({]?-?$");
  private static final Pattern NAME_BEFORE = Pattern.compile("[\\p{Alpha}_][-–]$");

  private static final Pattern STATED_AS_RESULT =
      Pattern.compile("(?:(?:是|为|等于|得到?|=|：)\\s?|(?i:\\b(?:is|are|equals|be)\\s))$");
  private static final Pattern END_OF_CLAUSE = Pattern.compile("^\\s?(?:$|[，。；！,.;!\\n<])");
  private static final Pattern DECREASE =
      Pattern.compile(
          "减|降|低|少|亏|负|零下|跌|(?i:decrease|drop|fall|fell|below|less|loss|lost|minus|negative|reduc)");

  private static final Pattern QUOTATION =
      Pattern.compile(
          "“([^“”]{4,})”|「([^「」]{4,})」|(?<!\\p{Alnum})\"([\\p{L}\\p{N}][^\"\\n]{3,})(?<![\\s,=(])\"");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)" + NumberWords.START + "(?:https?://|www\\.)[\\w./%?=&#~:-]+\\w");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|$)");

  private static final int LEAST_QUOTED_UNITS = 6;
  private static final int CONTEXT = 24;
  private static final BigDecimal SMALL_WORD = BigDecimal.valueOf(12);

  private final Evidence evidence;
  private final String reply;
  private final List<Unsupported> unsupported = new ArrayList<>();

  private Grounding(Evidence evidence, String reply) {
    this.evidence = evidence;
    this.reply = reply;
  }

  /// What in a reply nothing supports, in the order of the reply.
  public static List<Unsupported> check(Evidence evidence, String reply) {
    Grounding grounding = new Grounding(evidence, reply);
    grounding.citations();
    grounding.numbers();
    grounding.miscitations();
    grounding.quotations();
    grounding.sources();
    grounding.unsupported.sort(Comparator.comparingInt(Unsupported::at));
    return List.copyOf(grounding.unsupported);
  }

  /// The numbers of a call's argument that nobody gave.
  ///
  /// @param evidence what was said before the call, and what a search of the same turn found
  public static List<Unsupported> argument(Evidence evidence, String argument) {
    List<Unsupported> unsupported = new ArrayList<>();
    // No plugin reads thousands separators: the comma in gcd(576,276) divides two numbers.
    for (Quantity quantity : Quantities.in(argument.replace(',', ';'))) {
      if (!Reckoning.mayUse(quantity, evidence)) {
        unsupported.add(new Unsupported.Numeral(quantity.text(), quantity.at()));
      }
    }
    return List.copyOf(unsupported);
  }

  /// The numbers that thoughts give as a result and that nothing supports.
  ///
  /// @param evidence what was said before the reply, and the results
  public static List<Unsupported> thoughts(Evidence evidence, String thoughts) {
    Grounding grounding = new Grounding(evidence, thoughts);
    grounding.numbers();
    grounding.unsupported.removeIf(number -> !isResult(thoughts, number));
    return List.copyOf(grounding.unsupported);
  }

  private static boolean isResult(String text, Unsupported number) {
    String before = text.substring(Math.max(0, number.at() - CONTEXT), number.at());
    String after = text.substring(number.at() + number.text().length());
    return STATED_AS_RESULT.matcher(before).find() && END_OF_CLAUSE.matcher(after).find();
  }

  /// What in the reply of a turn nothing supports: not the user's words up to it, nor its own
  /// results, nor what earlier turns hold.
  ///
  /// @param index of the turn in the dialogue, from 0
  public static List<Unsupported> check(List<Turn> turns, int index) {
    Evidence evidence = new Evidence();
    for (int i = 0; i <= index; i++) {
      evidence.said(turns.get(i).human());
      evidence.answered(Results.parse(turns.get(i).body(Field.TOOL_RESPONSES)));
      evidence.said(i < index ? turns.get(i).reply() : "");
    }
    return check(evidence, turns.get(index).reply());
  }

  private void citations() {
    for (Citation citation : Citations.of(reply)) {
      if (!evidence.hasResult(citation.number())) {
        String text = "<|" + citation.number() + "|>";
        unsupported.add(new Unsupported.Citation(text, citation.at(), citation.number()));
      }
    }
  }

  private void numbers() {
    String prose = prose(reply);
    for (Quantity quantity : Quantities.in(prose)) {
      if (isClaim(prose, quantity)
          && !evidence.supports(quantity)
          && !(isDecrease(prose, quantity) && evidence.supportsDecrease(quantity))) {
        unsupported.add(new Unsupported.Numeral(quantity.text(), quantity.at()));
      }
    }
  }

  /// Citations in a row.
  private static final Pattern CITED =
      Pattern.compile("(?:<sup><\\|\\d{1,6}\\|></sup>\\s{0,2}+)++");

  private static final Pattern TAG = Pattern.compile("<\\|(\\d{1,6})\\|>");
  private static final String SENTENCE_ENDS = "。！？!?\n>";

  /// The numbers that the results cited after a sentence do not have, and another result has.
  private void miscitations() {
    Matcher cited = CITED.matcher(reply);
    int read = 0;
    while (cited.find()) {
      int from = cited.start();
      while (from > read && SENTENCE_ENDS.indexOf(reply.charAt(from - 1)) < 0) {
        from--;
      }
      miscitations(from, reply.substring(from, cited.start()), numbers(cited.group()));
      read = cited.end();
    }
  }

  private static List<Integer> numbers(String citations) {
    return TAG.matcher(citations).results().map(tag -> Integer.parseInt(tag.group(1))).toList();
  }

  private void miscitations(int at, String sentence, List<Integer> cited) {
    if (!cited.stream().allMatch(evidence::hasResult)) {
      return;
    }
    for (Quantity quantity : Quantities.in(prose(sentence))) {
      if (isClaim(sentence, quantity)
          && !evidence.saidElsewhere(quantity)
          && !evidence.resultSupports(cited, quantity)
          && evidence.resultSupports(quantity)) {
        unsupported.add(
            new Unsupported.Miscitation(quantity.text(), at + quantity.at(), cited.getFirst()));
      }
    }
  }

  /// The text with blanks for what looks like a number and states none.
  private static String prose(String text) {
    String prose = text.contains("```") ? blankedOut(text, CODE) : text;
    prose = blankedOut(blankedOut(prose, LIST_NUMBER), ORDINAL);
    return blankedOut(blankedOut(prose, MARKER), ADDRESS);
  }

  /// The text with blanks of the same length for what a pattern finds.
  private static String blankedOut(String text, Pattern pattern) {
    return pattern.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
  }

  private static boolean isClaim(String text, Quantity quantity) {
    String before = text.substring(Math.max(0, quantity.at() - CONTEXT), quantity.at());
    if (EXPONENT.matcher(before).find() || NAME_BEFORE.matcher(before).find()) {
      return false;
    }
    boolean inDigits = quantity.text().chars().anyMatch(c -> c >= '0' && c <= '9');
    if (inDigits || quantity.percent() || quantity.value().compareTo(SMALL_WORD) > 0) {
      return true;
    }
    String after = text.substring(quantity.at() + quantity.text().length());
    return STATED_AS_RESULT.matcher(before).find() && END_OF_CLAUSE.matcher(after).find();
  }

  private static boolean isDecrease(String text, Quantity quantity) {
    int from = Math.max(0, quantity.at() - CONTEXT);
    int to = Math.min(text.length(), quantity.at() + quantity.text().length() + CONTEXT);
    return DECREASE.matcher(text.substring(from, to)).find();
  }

  private void quotations() {
    Matcher quotation = QUOTATION.matcher(reply);
    while (quotation.find()) {
      String words = group(quotation);
      if (Units.of(words).size() >= LEAST_QUOTED_UNITS && !evidence.holds(words)) {
        unsupported.add(new Unsupported.Quotation(words, quotation.start()));
      }
    }
  }

  private void sources() {
    for (Sources.Source source : Sources.of(reply)) {
      if (!evidence.names(source.name())) {
        unsupported.add(new Unsupported.Source(source.name(), source.at()));
      }
    }
  }

  /// The first group that took part, or all where there are none.
  private static String group(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    return matcher.group();
  }
}
