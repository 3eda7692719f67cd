package io.mosskit.plugins.grounding;

import io.mosskit.schema.text.Units;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a reply may rest on: what was said before it, and what the plugins answered.
public final class Evidence {

  private static final String PADDING = "\u0000";

  private final Set<BigDecimal> numbers = new LinkedHashSet<>();
  private final Set<String> sizes = new HashSet<>();
  private final List<String> units = new ArrayList<>();
  private final Set<Integer> citable = new TreeSet<>();

  /// @param said what was said before the reply: the user's words, earlier turns
  /// @param results of the turn's own calls
  public Evidence(List<String> said, Results results) {
    said.forEach(this::add);
    switch (results) {
      case Results.None _, Results.Malformed _ -> {}
      case Results.Inline(String text) -> {
        add(text);
        citable.add(1);
      }
      case Results.Blocks(List<Block> blocks) -> {
        for (int i = 0; i < blocks.size(); i++) {
          add(blocks.get(i), i + 1);
        }
        numbers.add(BigDecimal.valueOf(blocks.size()));
      }
    }
  }

  private void add(Block block, int index) {
    add(block.call().argument());
    if (!block.failed()) {
      String text = unescaped(block.text());
      add(text);
      numbers.add(BigDecimal.valueOf(text.lines().count()));
    }
    List<Integer> numbered = block.numbers();
    if (numbered.isEmpty()) {
      citable.add(index);
    } else {
      citable.addAll(numbered);
    }
  }

  /// The line breaks that a snippet's quoted form spells out.
  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\'", "'").replace("\\xa0", " ");
  }

  private void add(String text) {
    for (Quantity quantity : Quantities.in(text)) {
      numbers.add(quantity.value());
      numbers.addAll(quantity.parts());
      sizes.add(quantity.unit());
      if (quantity.percent()) {
        numbers.add(quantity.value().movePointLeft(2));
      }
    }
    units.add(padded(text));
  }

  private static String padded(String text) {
    return PADDING + String.join(PADDING, Units.of(text)) + PADDING;
  }

  /// Whether a number is there, or follows from one that is by rounding. Who speaks of `400万` may
  /// reckon in 万: then `220万` follows from 220.
  boolean supports(Quantity quantity) {
    boolean inThatSize = !quantity.unit().isEmpty() && sizes.contains(quantity.unit());
    return numbers.stream().anyMatch(quantity::states)
        || (inThatSize && numbers.stream().anyMatch(quantity.withoutUnit()::states))
        || (!quantity.parts().isEmpty() && numbers.containsAll(quantity.parts()));
  }

  /// Whether a number is there as a decrease of which the text gives the size alone.
  boolean supportsDecrease(Quantity quantity) {
    return numbers.stream().anyMatch(exact -> quantity.states(exact.negate()));
  }

  /// Whether words are there, blanks, letter case and punctuation apart.
  boolean holds(String words) {
    String wanted = padded(words);
    return units.stream().anyMatch(text -> text.contains(wanted));
  }

  /// Whether a result has this number.
  boolean hasResult(int number) {
    return citable.contains(number);
  }
}
