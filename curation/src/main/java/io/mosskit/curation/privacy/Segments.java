package io.mosskit.curation.privacy;

import io.mosskit.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts the value of a field into the stretches in which secrets are looked for, each by itself:
/// the argument of a call is one, in the commands and in the results that echo it, so that both
/// change alike and the quotes around it stay.
final class Segments {
  private static final Pattern HEADING =
      Pattern.compile("^[A-Za-z][A-Za-z0-9_]*+\\(\"([^\"\\n]*+)\"\\) =>", Pattern.MULTILINE);

  private Segments() {}

  /// From one character to another.
  record Segment(int start, int end) {}

  static List<Segment> of(String field, String value) {
    if (field.equals(Field.COMMANDS.key())) {
      return betweenQuotes(value);
    }
    return field.equals(Field.TOOL_RESPONSES.key())
        ? headings(value)
        : List.of(new Segment(0, value.length()));
  }

  private static List<Segment> betweenQuotes(String value) {
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (int quote = value.indexOf('"'); quote >= 0; quote = value.indexOf('"', start)) {
      segments.add(new Segment(start, quote));
      start = quote + 1;
    }
    segments.add(new Segment(start, value.length()));
    return segments;
  }

  private static List<Segment> headings(String value) {
    List<Segment> segments = new ArrayList<>();
    Matcher heading = HEADING.matcher(value);
    int start = 0;
    while (heading.find()) {
      segments.add(new Segment(start, heading.start()));
      segments.add(new Segment(heading.start(1), heading.end(1)));
      start = heading.end();
    }
    segments.add(new Segment(start, value.length()));
    return segments;
  }
}
