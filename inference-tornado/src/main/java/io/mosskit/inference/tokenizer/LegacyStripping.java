package io.mosskit.inference.tokenizer;

import java.util.ArrayList;
import java.util.List;

/// What the slow tokenizer of transformers 4.25.1 does with white space beside added tokens.
final class LegacyStripping {

  private LegacyStripping() {}

  /// The segments of `text` with the neighbours of every stripping token stripped. One that is
  /// stripped of everything is left empty, and an added token that loses a character becomes
  /// ordinary text; in that state it strips nothing itself, so that of 64 blanks (31, 31 and 2) the
  /// middle ones vanish.
  static List<Segment> strip(char[] text, List<Segment> segments) {
    List<Segment> stripped = new ArrayList<>(segments);
    for (int i = 0; i < stripped.size(); i++) {
      AddedToken token = stripped.get(i).token();
      if (token == null || !token.stripsNeighbours()) {
        continue;
      }
      if (i + 1 < stripped.size()) {
        stripped.set(i + 1, stripStart(text, stripped.get(i + 1)));
      }
      if (i > 0) {
        stripped.set(i - 1, stripEnd(text, stripped.get(i - 1)));
      }
    }
    return stripped;
  }

  private static Segment stripStart(char[] text, Segment segment) {
    int start = segment.start();
    while (start < segment.end() && WhiteSpace.isStripped(text[start])) {
      start++;
    }
    return start == segment.start() ? segment : Segment.ordinary(start, segment.end());
  }

  private static Segment stripEnd(char[] text, Segment segment) {
    int end = segment.end();
    while (end > segment.start() && WhiteSpace.isStripped(text[end - 1])) {
      end--;
    }
    return end == segment.end() ? segment : Segment.ordinary(segment.start(), end);
  }
}
