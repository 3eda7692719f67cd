package io.mosskit.plugins.search.documents;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reduces Markdown to its words. Each mark is taken by an expression of its own; what is no mark
/// stays as it is.
final class Markdown {

  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---\\R(?:(?!---)[^\\n]*\\n){0,200}---\\R?");
  private static final Pattern FRONT_TITLE =
      Pattern.compile("(?m)^title:[ \\t]*[\"']?([^\\n\"']{1,300})");
  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}[ \\t]+([^\\n]*)$");
  private static final Pattern CLOSING_HASHES = Pattern.compile("[ \\t]#+[ \\t]*$");
  private static final Pattern COMMENT = Pattern.compile("<!--[\\s\\S]*?(?:-->|\\z)");
  private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)[^\\n]*$");
  private static final Pattern IMAGE =
      Pattern.compile("!\\[([^\\]\\[\\n]{0,300})\\]\\([^)\\n]{0,1000}\\)");
  private static final Pattern LINK =
      Pattern.compile(
          "\\[([^\\]\\[\\n]{1,300})\\](?:\\([^)\\n]{0,1000}\\)|\\[[^\\]\\n]{0,300}\\])");
  private static final Pattern REFERENCE =
      Pattern.compile("(?m)^ {0,3}\\[[^\\]\\n]{1,300}\\]:[^\\n]*$");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>\\n]{0,500}>");
  private static final Pattern RULE =
      Pattern.compile("(?m)^ {0,3}(?:[-*_=][ \\t]*){3,200}$|^[ \\t]*\\|?[ \\t:|-]{3,500}$");
  private static final Pattern LINE_MARK =
      Pattern.compile("(?m)^[ \\t]*(?:>[ \\t]?)*(?:[-*+][ \\t]+(?:\\[[ xX]\\][ \\t])?)?");
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<!\\\\)(\\*{1,3}|~~|(?<!\\w)_{1,3})(?=\\S)([^*~\\n]{1,1000}?)(?<![\\s\\\\])\\1");
  private static final Pattern CODE = Pattern.compile("`{1,2}([^`\\n]{1,1000})`{1,2}");
  private static final Pattern BAR = Pattern.compile("(?<![ \\t])[ \\t]*\\|[ \\t]*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~-])");

  private Markdown() {}

  static PlainText reduce(String markdown) {
    String text = markdown.replace("\r\n", "\n");
    String title = "";
    Matcher front = FRONT_MATTER.matcher(text);
    if (front.find()) {
      Matcher named = FRONT_TITLE.matcher(front.group());
      title = named.find() ? named.group(1).strip() : "";
      text = text.substring(front.end());
    }
    Matcher heading = HEADING.matcher(text);
    if (title.isEmpty() && heading.find()) {
      title = words(heading(heading.toMatchResult()));
    }
    String body = heading.replaceAll(line -> Matcher.quoteReplacement(heading(line)));
    return new PlainText(title, words(body));
  }

  private static String heading(MatchResult line) {
    return CLOSING_HASHES.matcher(line.group(1)).replaceFirst("");
  }

  private static String words(String markdown) {
    String text = COMMENT.matcher(markdown).replaceAll("");
    text = REFERENCE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("");
    text = LINK.matcher(IMAGE.matcher(text).replaceAll("$1")).replaceAll("$1");
    text = RULE.matcher(TAG.matcher(text).replaceAll("")).replaceAll("");
    text = CODE.matcher(LINE_MARK.matcher(text).replaceAll("")).replaceAll("$1");
    text = EMPHASIS.matcher(text).replaceAll("$2");
    text = ESCAPE.matcher(BAR.matcher(text).replaceAll(" ")).replaceAll("$1");
    return text.replaceAll("(?<![ \\t])[ \\t]+\\n", "\n").replaceAll("\\n{2,}", "\n").strip();
  }
}
