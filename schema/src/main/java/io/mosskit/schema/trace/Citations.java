package io.mosskit.schema.trace;

import java.util.ArrayList;
import java.util.List;

/// The citations of a reply: `<sup><|n|></sup>` after the sentence that result n supports, and the
/// deviating form, a bare `<|n|>`. Source: MOSS reference, section A.7.
public final class Citations {

  private static final String OPENING = "<|";
  private static final String CLOSING = "|>";
  private static final String BEFORE = "<sup>";
  private static final String AFTER = "</sup>";

  private Citations() {}

  /// One citation.
  ///
  /// @param number the result's number; published ones begin at 1
  /// @param at where it stands in the reply
  /// @param wrapped whether it has its `<sup>` tags
  public record Citation(int number, int at, boolean wrapped) {}

  /// The citations of a reply in their order.
  public static List<Citation> of(String reply) {
    List<Citation> citations = new ArrayList<>();
    for (int at = reply.indexOf(OPENING); at >= 0; at = reply.indexOf(OPENING, at + 1)) {
      int number = numberAt(reply, at);
      if (number >= 0) {
        boolean opened = reply.startsWith(BEFORE, at - BEFORE.length());
        int end = reply.indexOf(CLOSING, at) + CLOSING.length();
        boolean wrapped = opened && reply.startsWith(AFTER, end);
        citations.add(new Citation(number, opened ? at - BEFORE.length() : at, wrapped));
      }
    }
    return List.copyOf(citations);
  }

  /// The number in `<|12|>` at this place, or -1 where there is none. Numbers past the range of int
  /// are read as its end.
  static int numberAt(String text, int at) {
    int from = at + OPENING.length();
    int to = from;
    while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
      to++;
    }
    if (to == from || !text.startsWith(OPENING, at) || !text.startsWith(CLOSING, to)) {
      return -1;
    }
    return to - from > 9 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(from, to));
  }

  /// The highest number that a reply to these results may cite: the numbered lines of search
  /// results, and for calculators and solvers, whose results bear no number, the index of the
  /// block.
  public static int highestNumber(Results results) {
    return switch (results) {
      case Results.None(), Results.Malformed(_) -> 0;
      case Results.Inline(_) -> 1;
      case Results.Blocks(List<Results.Block> blocks) ->
          Math.max(
              blocks.size(),
              blocks.stream()
                  .flatMap(block -> block.numbers().stream())
                  .mapToInt(Integer::intValue)
                  .max()
                  .orElse(0));
    };
  }
}
