package io.mosskit.plugins.grounding;

import io.mosskit.schema.text.Units;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a reply may rest on: what was said before it, and what the plugins answered. It grows as a
/// dialogue is read, turn by turn. Not thread-safe.
public final class Evidence {

  private static final String PADDING = "\u0000";
  private static final int NAME_UNITS = 4;

  private final Numbers numbers = new Numbers();
  private final List<String> texts = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final Map<Integer, List<Numbers>> results = new HashMap<>();
  private final Numbers counts = new Numbers();

  /// What was said otherwise than in the results of the turn itself.
  private final Numbers elsewhere = new Numbers();

  /// Nothing yet.
  public Evidence() {}

  /// @param said what was said before the reply: the user's words, earlier turns
  /// @param answered the results of the turn's own calls
  public Evidence(List<String> said, Results answered) {
    said.forEach(this::said);
    answered(answered);
  }

  /// Takes what somebody said.
  public void said(String text) {
    elsewhere.addAll(known(text));
  }

  private List<Quantity> known(String text) {
    List<Quantity> quantities = Quantities.in(text);
    numbers.addAll(quantities);
    texts.add(text);
    return quantities;
  }

  /// Takes what the searches of a turn found, before its other calls are looked at: in the format
  /// all calls of a turn are made at once, and who reckons with a number of a search is not told to
  /// have invented it.
  public void searched(Results answered) {
    if (answered instanceof Results.Blocks(List<Block> blocks)) {
      for (Block block : blocks) {
        if (!block.numbers().isEmpty()) {
          known(unescaped(block.text()));
        }
      }
    }
  }

  /// Takes the results of a turn. Those of the turn before remain known, and can be cited no more.
  public void answered(Results answered) {
    results.clear();
    counts.clear();
    switch (answered) {
      case Results.None _, Results.Malformed _ -> {}
      case Results.Inline(String text) -> {
        result(1, known(text));
      }
      case Results.Blocks(List<Block> blocks) -> {
        int next = 1;
        for (int i = 0; i < blocks.size(); i++) {
          next = add(blocks.get(i), i + 1, next);
        }
        count(blocks.size());
      }
    }
  }

  /// @param index of the block among all, from 1, by which the published replies cite it
  /// @param next the number that counts it on after the numbered lines before it
  /// @return the number after its own
  private int add(Block block, int index, int next) {
    String argument = block.call().argument();
    List<Quantity> operands = Quantities.in(argument);
    numbers.addOperands(operands);
    elsewhere.addOperands(operands);
    texts.add(argument);
    List<Quantity> quantities = List.of();
    if (!block.failed()) {
      String text = unescaped(block.text());
      quantities = known(text);
      count(text.lines().count());
    }
    List<Integer> numbered = block.numbers();
    if (numbered.isEmpty()) {
      result(index, quantities);
      if (next != index) {
        result(next, quantities);
      }
      return next + 1;
    }
    for (String line : block.text().split("\n<\\|", -1)) {
      result(line);
    }
    return next + numbered.size();
  }

  /// Who has two roots may say so; that there is one says nothing.
  private void count(long things) {
    if (things > 1) {
      counts.add(BigDecimal.valueOf(things));
    }
  }

  /// Takes one numbered line: `<|2|>: '…'`, perhaps without its first two characters.
  private void result(String line) {
    int from = line.startsWith("<|") ? 2 : 0;
    int to = line.indexOf("|>:", from);
    if (to > from && line.chars().skip(from).limit(to - from).allMatch(Character::isDigit)) {
      int number = to - from > 9 ? Integer.MAX_VALUE : Integer.parseInt(line.substring(from, to));
      result(number, Quantities.in(unescaped(line.substring(to))));
    }
  }

  private void result(int number, List<Quantity> quantities) {
    Numbers own = new Numbers();
    own.addAll(quantities);
    results.computeIfAbsent(number, _ -> new ArrayList<>()).add(own);
  }

  /// The line breaks that a snippet's quoted form spells out.
  private static String unescaped(String text) {
    return text.indexOf('\\') < 0
        ? text
        : text.replace("\\n", "\n").replace("\\'", "'").replace("\\xa0", " ");
  }

  private static String padded(String text) {
    return PADDING + String.join(PADDING, Units.of(text)) + PADDING;
  }

  /// Whether a number is there, or follows from one that is by rounding.
  boolean supports(Quantity quantity) {
    return numbers.support(quantity) || counts.support(quantity);
  }

  /// Whether a number is there as a decrease of which the text gives the size alone.
  boolean supportsDecrease(Quantity quantity) {
    return numbers.supportDecrease(quantity);
  }

  /// Whether a number was said outside the results.
  boolean saidElsewhere(Quantity quantity) {
    return elsewhere.support(quantity) || counts.support(quantity);
  }

  /// Whether this very number was given.
  boolean has(BigDecimal number) {
    return numbers.has(number);
  }

  /// Whether a name is there; the end of a longer one is enough, for nothing divides a Chinese name
  /// from the words before it.
  boolean names(String name) {
    List<String> words = Units.of(name);
    int from = Math.max(0, words.size() - NAME_UNITS);
    return holds(name)
        || (words.size() > NAME_UNITS
            && holds(String.join(" ", words.subList(from, words.size()))));
  }

  /// Whether words are there, blanks, letter case and punctuation apart.
  boolean holds(String words) {
    for (int i = units.size(); i < texts.size(); i++) {
      units.add(padded(texts.get(i)));
    }
    String wanted = padded(words);
    return units.stream().anyMatch(text -> text.contains(wanted));
  }

  /// Whether a result has this number.
  boolean hasResult(int number) {
    return results.containsKey(number);
  }

  /// Whether one of the results with these numbers states what the quantity does.
  boolean resultSupports(Collection<Integer> cited, Quantity quantity) {
    return cited.stream()
        .flatMap(number -> results.getOrDefault(number, List.of()).stream())
        .anyMatch(result -> result.support(quantity) || result.supportDecrease(quantity));
  }

  /// Whether any result of the turn does.
  boolean resultSupports(Quantity quantity) {
    return resultSupports(results.keySet(), quantity);
  }
}
