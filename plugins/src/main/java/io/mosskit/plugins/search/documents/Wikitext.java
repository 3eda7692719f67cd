package io.mosskit.plugins.search.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reduces MediaWiki's markup to prose: templates, tables, references, galleries, headings,
/// pictures and categories go, links leave their words. Of templates only `{{convert|828|m}}`
/// leaves something, its number and unit, since sentences are built around it.
///
/// One pass takes what nests (templates, tables, links), in time linear in the text; what is left
/// open is text.
final class Wikitext {

  private static final Pattern COMMENT = Pattern.compile("<!--[\\s\\S]*?(?:-->|\\z)");
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<(ref|math|gallery|timeline|syntaxhighlight|source|score|imagemap|chem|hiero|style|script)"
              + "\\b(?:[^<>]{0,2000}/>|[^<>]{0,2000}>[\\s\\S]*?(?:</\\1\\s*>|\\z))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>\\n]{0,2000}>");
  private static final Pattern OUTER_LINK =
      Pattern.compile("\\[(?:https?:)?//[^\\s\\]]{1,2000}(?:\\s+([^\\]\\n]{0,1000}))?\\]");
  private static final Pattern HEADING = Pattern.compile("(?m)^={1,6}[^\\n]*?={1,6}[ \\t]*$");
  private static final Pattern SWITCH = Pattern.compile("__[A-Z]{3,30}__");
  private static final Pattern BOLD = Pattern.compile("'{2,5}");
  private static final Pattern LIST_MARK = Pattern.compile("(?m)^[*#:;]+[ \\t]*");
  private static final Pattern EMPTY_BRACKETS = Pattern.compile("[ ]?[(（][\\s,;，；、:：]{0,50}[)）]");
  private static final Pattern VARIANTS = Pattern.compile("-\\{([^{}]{0,2000})\\}-");
  private static final List<String> SIMPLIFIED = List.of("zh-cn", "zh-hans", "zh-sg");
  private static final Pattern NUMBER = Pattern.compile("[-−+]?[\\d.,]+");

  private final String text;
  private int at;

  private Wikitext(String text) {
    this.text = text;
  }

  static String prose(String wikitext) {
    String text = COMMENT.matcher(wikitext).replaceAll("");
    text = ELEMENT.matcher(text).replaceAll("");
    text = VARIANTS.matcher(text).replaceAll(Wikitext::variant);
    text = new Wikitext(text).nested();
    text = OUTER_LINK.matcher(text).replaceAll(link -> quoted(link.group(1)));
    text = SWITCH.matcher(HEADING.matcher(text).replaceAll("")).replaceAll("");
    text = BOLD.matcher(TAG.matcher(text).replaceAll("")).replaceAll("");
    text = Parser.unescapeEntities(text, false).replace('\u00A0', ' ');
    text = EMPTY_BRACKETS.matcher(LIST_MARK.matcher(text).replaceAll("")).replaceAll("");
    return text.replaceAll("[ \\t]{2,}", " ").replaceAll("[ \\t]*\\n\\s*", "\n").strip();
  }

  private static String quoted(@Nullable String group) {
    return group == null ? "" : Matcher.quoteReplacement(group);
  }

  /// `-{zh-hans:计算机; zh-hant:電腦}-` leaves the simplified form, `-{电脑}-` what it holds.
  private static String variant(MatchResult variants) {
    String content = variants.group(1);
    String chosen =
        content.indexOf('|') < 0 ? content : content.substring(content.indexOf('|') + 1);
    for (String one : content.split(";")) {
      int colon = one.indexOf(':');
      if (colon > 0
          && SIMPLIFIED.contains(one.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
        chosen = one.substring(colon + 1).strip();
      }
    }
    return Matcher.quoteReplacement(chosen);
  }

  /// Takes what nests, up to the end of the text.
  private String nested() {
    Out out = new Out();
    while (at < text.length()) {
      Kind opened = opened();
      if (opened != null && out.open(opened)) {
        at += 2;
      } else if (closes(out)) {
        out.close();
        at += 2;
      } else {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  private @Nullable Kind opened() {
    for (Kind kind : Kind.values()) {
      if (text.startsWith(kind.opening, at) && (kind != Kind.TABLE || atLineStart())) {
        return kind;
      }
    }
    return null;
  }

  private boolean closes(Out out) {
    Kind in = out.innermost();
    return in != null
        && text.startsWith(in.closing, at)
        && !(in == Kind.TABLE && text.startsWith("|}}", at));
  }

  private boolean atLineStart() {
    int i = at - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == ':')) {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }

  private enum Kind {
    TEMPLATE("{{", "}}"),
    TABLE("{|", "|}"),
    LINK("[[", "]]");

    private final String opening;
    private final String closing;

    Kind(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }
  }

  /// The text collected so far, and where in it something begins that is not closed yet.
  private static final class Out {

    /// Nobody nests deeper on purpose; what does is text.
    private static final int DEEPEST = 64;

    private record Open(Kind kind, int from) {}

    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();

    boolean open(Kind kind) {
      if (open.size() == DEEPEST) {
        return false;
      }
      open.push(new Open(kind, out.length()));
      out.append(kind.opening);
      return true;
    }

    @Nullable Kind innermost() {
      Open innermost = open.peek();
      return innermost == null ? null : innermost.kind();
    }

    void append(char c) {
      out.append(c);
    }

    void close() {
      Open closed = open.pop();
      String content = out.substring(closed.from() + closed.kind().opening.length());
      out.setLength(closed.from());
      out.append(
          switch (closed.kind()) {
            case TEMPLATE -> template(content);
            case TABLE -> "";
            case LINK -> link(content);
          });
    }

    @Override
    public String toString() {
      return out.toString();
    }

    private static String template(String content) {
      String[] parts = content.split("\\|", 4);
      String name = parts[0].strip().toLowerCase(Locale.ROOT);
      boolean converts = name.equals("convert") || name.equals("cvt");
      return converts && parts.length > 2 && NUMBER.matcher(parts[1].strip()).matches()
          ? parts[1].strip() + " " + parts[2].strip()
          : "";
    }

    /// `[[target|words]]` and `[[target]]` leave their words; a target with a prefix, `File:` or
    /// `分类:`, leaves nothing.
    private static String link(String content) {
      int bar = content.indexOf('|');
      String target = bar < 0 ? content : content.substring(0, bar);
      int colon = target.indexOf(':');
      boolean prefixed = colon > 0 && !target.startsWith(" ", colon + 1);
      return prefixed ? "" : bar < 0 ? target : content.substring(bar + 1);
    }
  }
}
