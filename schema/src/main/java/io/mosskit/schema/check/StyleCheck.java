package io.mosskit.schema.check;

import io.mosskit.schema.Turn;
import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules about the texts of a turn.
final class StyleCheck {

  private static final String FINAL = ".!?。！？…~～\"'”’)）]】}」』》>`*:：;；|";
  private static final Pattern SELF_REFERENCE =
      Pattern.compile("\\b[Aa]s an? (?:AI|artificial intelligence)\\b|作为一(?:个|名|款|种)?(?:AI|人工智能)");
  private static final Pattern FENCE = Pattern.compile("^\\s*```", Pattern.MULTILINE);

  private StyleCheck() {}

  static void check(Turn turn, @Nullable Turn previous, List<Finding> findings) {
    String human = turn.human();
    String reply = turn.reply();
    if (human.endsWith(" ")) {
      add(findings, Rule.TRAILING_BLANK, turn, "Human ends in a blank");
    }
    if (human.contains("\\'") || human.contains("\\\"")) {
      add(findings, Rule.LITERAL_ESCAPE, turn, "Human holds a backslash before a quote");
    }
    if (reply.startsWith(" \n") || reply.startsWith("\n")) {
      add(findings, Rule.LEADING_BLANK, turn, "the reply begins with a line break");
    }
    if (lacksFinalPunctuation(reply)) {
      add(findings, Rule.NO_FINAL_PUNCTUATION, turn, "the reply ends in \"" + end(reply) + "\"");
    }
    if (FENCE.matcher(reply).results().count() % 2 == 1) {
      add(findings, Rule.OPEN_CODE_FENCE, turn, "an odd number of ``` lines");
    }
    if (isChinese(human) && !isChinese(reply)) {
      add(findings, Rule.OTHER_LANGUAGE, turn, "Human is zh, the reply has no Chinese");
    }
    if (previous != null && reply.equals(previous.reply())) {
      add(findings, Rule.REPEATED_REPLY, turn, "as in turn " + previous.number());
    }
    if (SELF_REFERENCE.matcher(reply).find()) {
      add(findings, Rule.SELF_REFERENCE, turn, "the reply speaks of itself as an AI");
    }
  }

  private static void add(List<Finding> findings, Rule rule, Turn turn, String detail) {
    findings.add(new Finding(rule, turn.number(), detail));
  }

  private static boolean lacksFinalPunctuation(String reply) {
    String text = reply.strip();
    if (text.isEmpty()) {
      return true;
    }
    int last = text.codePointBefore(text.length());
    return Character.isLetterOrDigit(last) && FINAL.indexOf(last) < 0;
  }

  private static String end(String reply) {
    String text = reply.strip();
    return text.substring(Math.max(0, text.length() - 20));
  }

  private static boolean isChinese(String text) {
    Language language = Language.of(text);
    return language == Language.ZH || language == Language.MIXED;
  }
}
