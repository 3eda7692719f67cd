package io.mosskit.schema.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The citations of a reply: `<sup><|n|></sup>` after the sentence that result n supports, and the
/// deviating form, a bare `<|n|>`. Source: MOSS reference, section A.7.
public final class Citations {

  private static final Pattern CITATION = Pattern.compile("(<sup>)?<\\|(\\d+)\\|>(</sup>)?");

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
    Matcher tag = CITATION.matcher(reply);
    while (tag.find()) {
      boolean wrapped = tag.group(1) != null && tag.group(3) != null;
      citations.add(new Citation(number(tag.group(2)), tag.start(), wrapped));
    }
    return List.copyOf(citations);
  }

  /// A number of any length, those past the range of int read as its end.
  static int number(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
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
