package io.mosskit.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The five fields of a MOSS-003 turn, in the order in which a turn holds them and a trainer reads
/// them. The value of a field carries its own markers: `<|Human|>: ` before and `<eoh>\n` after.
///
/// Source: MOSS reference, sections A.2 and D.6.
public enum Field {
  /// What the user wrote.
  HUMAN("Human", "<|Human|>:", "<eoh>"),
  /// What the assistant thinks before it acts; `None` outside plugin dialogues.
  INNER_THOUGHTS("Inner Thoughts", "<|Inner Thoughts|>:", "<eot>"),
  /// The plugin calls, or `None`.
  COMMANDS("Commands", "<|Commands|>:", "<eoc>"),
  /// The plugins' answers, or `None`. Its marker says `Results`.
  TOOL_RESPONSES("Tool Responses", "<|Results|>:", "<eor>"),
  /// What the assistant replies.
  MOSS("MOSS", "<|MOSS|>:", "<eom>");

  /// The body of a field that holds nothing.
  public static final String NONE = "None";

  private static final Pattern MARKER =
      Pattern.compile(
          Arrays.stream(values())
              .flatMap(field -> Stream.of(field.opening, field.closing))
              .map(Pattern::quote)
              .collect(Collectors.joining("|")));

  private final String key;
  private final String opening;
  private final String closing;

  Field(String key, String opening, String closing) {
    this.key = key;
    this.opening = opening;
    this.closing = closing;
  }

  /// The name of the member in a turn object.
  public String key() {
    return key;
  }

  /// The role marker that opens the value: `<|Human|>:` and so on, without the blank after it.
  public String opening() {
    return opening;
  }

  /// The token that closes the value: `<eoh>` and so on, without the newline after it.
  public String closing() {
    return closing;
  }

  /// The first marker of any field that a text holds. Where a text is to stand in a field, one in
  /// it would end the field for whoever reads or trains on the dialogue.
  public static Optional<String> markerIn(String text) {
    Matcher marker = MARKER.matcher(text);
    return text.indexOf('<') >= 0 && marker.find() ? Optional.of(marker.group()) : Optional.empty();
  }

  /// The text with a blank in each marker, which then is none: `< eor>`.
  public static String withoutMarkers(String text) {
    return text.indexOf('<') < 0
        ? text
        : MARKER
            .matcher(text)
            .replaceAll(marker -> "< " + Matcher.quoteReplacement(marker.group().substring(1)));
  }

  /// A value in the published form: opening marker, blank, body, closing token, newline. A body
  /// that begins with a newline (the block form of tool responses) follows the marker at once.
  public String value(String body) {
    String blank = body.startsWith("\n") && this == TOOL_RESPONSES ? "" : " ";
    return opening + blank + body + closing + "\n";
  }

  /// The text between the markers: what is left of a value without its opening marker and one blank
  /// after it, and without its closing token and one newline after that. A marker that is absent is
  /// not missed here; [#isWellFormed] tells.
  public String body(String value) {
    int from = 0;
    if (value.startsWith(opening)) {
      from = opening.length();
      if (from < value.length() && value.charAt(from) == ' ') {
        from++;
      }
    }
    int to = value.endsWith("\n") ? value.length() - 1 : value.length();
    if (value.startsWith(closing, to - closing.length())) {
      to -= closing.length();
    } else {
      to = value.length();
    }
    return value.substring(Math.min(from, to), to);
  }

  /// Whether the value is what [#value] makes of its [#body]: markers at both ends, blank and
  /// newline in their places.
  public boolean isWellFormed(String value) {
    if (!value.startsWith(opening) || !value.endsWith("\n")) {
      return false;
    }
    int bodyEnd = value.length() - closing.length() - 1;
    int after = opening.length();
    boolean block = this == TOOL_RESPONSES && value.startsWith("\n", after);
    return value.startsWith(closing, bodyEnd)
        && (block ? after <= bodyEnd : value.startsWith(" ", after) && after < bodyEnd)
        && !(this == TOOL_RESPONSES && value.startsWith(" \n", after));
  }
}
