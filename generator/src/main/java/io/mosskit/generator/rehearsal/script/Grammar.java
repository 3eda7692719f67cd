package io.mosskit.generator.rehearsal.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A context-free grammar over [WordLists]: each list is a symbol, each entry one way to write it.
///
/// | in an entry | becomes |
/// |---|---|
/// | `{name}` | what is bound to that name, else an entry of that list |
/// | `{^name}` | the same with a capital letter |
/// | `{name@x}` | an entry of that list, which `{x}` then repeats |
/// | `{3-19}`, `{15-95:5}` | a whole number of that range, in steps of 5 |
/// | `{1.5-9:0.25@a}` | a decimal of that range, which `{a}` then repeats |
///
/// Within one text no entry of a list is used twice before all of them were.
final class Grammar {

  private static final Pattern SLOT = Pattern.compile("\\{(\\^?)([^{}@]+)(?:@([a-z0-9]+))?\\}");
  private static final String DECIMAL = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern RANGE =
      Pattern.compile(DECIMAL + "-" + DECIMAL + "(?::" + DECIMAL + ")?");

  private final Map<String, List<List<Part>>> templates = new HashMap<>();

  Grammar(WordLists lists) {
    for (String name : lists.names()) {
      templates.put(name, lists.get(name).stream().map(Grammar::compile).toList());
    }
  }

  /// A piece of an entry.
  sealed interface Part {
    record Text(String text) implements Part {}

    record Slot(String name, boolean capital, @Nullable String memory) implements Part {}

    record Range(BigDecimal from, BigDecimal to, BigDecimal step, @Nullable String memory)
        implements Part {}
  }

  /// The pieces of an entry, in their order.
  static List<Part> compile(String entry) {
    List<Part> parts = new ArrayList<>();
    Matcher slot = SLOT.matcher(entry);
    int from = 0;
    while (slot.find()) {
      if (slot.start() > from) {
        parts.add(new Part.Text(entry.substring(from, slot.start())));
      }
      parts.add(slot(slot));
      from = slot.end();
    }
    if (from < entry.length()) {
      parts.add(new Part.Text(entry.substring(from)));
    }
    return List.copyOf(parts);
  }

  private static Part slot(Matcher slot) {
    Matcher range = RANGE.matcher(slot.group(2));
    if (range.matches()) {
      BigDecimal step = range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3));
      return new Part.Range(
          new BigDecimal(range.group(1)), new BigDecimal(range.group(2)), step, slot.group(3));
    }
    return new Part.Slot(slot.group(2), !slot.group(1).isEmpty(), slot.group(3));
  }

  /// A text for a symbol.
  ///
  /// @param symbol the name of a list
  /// @param bound what is given for slots from outside
  /// @throws IllegalArgumentException where a slot is neither bound nor a list
  String write(String symbol, Map<String, String> bound, RandomGenerator random) {
    return write(symbol, bound, random, entry -> false);
  }

  /// A text for a symbol that is not made from a stale entry while there are others.
  ///
  /// @param stale told the longest stretch of an entry that is no slot
  String write(
      String symbol, Map<String, String> bound, RandomGenerator random, Predicate<String> stale) {
    Map<String, Set<Integer>> used = new HashMap<>();
    used.put(symbol, stale(symbol, stale));
    StringBuilder out = new StringBuilder();
    new Writing(new HashMap<>(bound), used, random, out).symbol(symbol);
    return out.toString();
  }

  /// Whether there is a list of that name.
  boolean has(String list) {
    return templates.containsKey(list);
  }

  /// Whether a list has an entry that is not stale.
  boolean hasFresh(String list, Predicate<String> stale) {
    return stale(list, stale).size() < alternatives(list).size();
  }

  private Set<Integer> stale(String list, Predicate<String> stale) {
    Set<Integer> indexes = new HashSet<>();
    List<List<Part>> alternatives = alternatives(list);
    for (int i = 0; i < alternatives.size(); i++) {
      if (stale.test(longestText(alternatives.get(i)))) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  private static String longestText(List<Part> template) {
    String longest = "";
    for (Part part : template) {
      if (part instanceof Part.Text(String text) && text.length() > longest.length()) {
        longest = text;
      }
    }
    return longest;
  }

  /// All slot names that occur in a list's entries.
  Set<String> slots(String list) {
    Set<String> names = new HashSet<>();
    for (List<Part> template : alternatives(list)) {
      for (Part part : template) {
        if (part instanceof Part.Slot slot) {
          names.add(slot.name());
        }
      }
    }
    return names;
  }

  private List<List<Part>> alternatives(String list) {
    List<List<Part>> alternatives = templates.get(list);
    if (alternatives == null || alternatives.isEmpty()) {
      throw new IllegalArgumentException("{" + list + "} is neither bound nor a list with entries");
    }
    return alternatives;
  }

  /// One text in the making.
  private final class Writing {
    private final Map<String, String> bound;
    private final Map<String, Set<Integer>> used;
    private final RandomGenerator random;
    private final StringBuilder out;

    Writing(
        Map<String, String> bound,
        Map<String, Set<Integer>> used,
        RandomGenerator random,
        StringBuilder out) {
      this.bound = bound;
      this.used = used;
      this.random = random;
      this.out = out;
    }

    void symbol(String list) {
      for (Part part : fresh(list)) {
        switch (part) {
          case Part.Text(String text) -> out.append(text);
          case Part.Range range -> out.append(remembered(range.memory(), draw(range)));
          case Part.Slot slot -> out.append(fill(slot));
        }
      }
    }

    private String fill(Part.Slot slot) {
      String given = bound.get(slot.name());
      String text = given != null && slot.memory() == null ? given : apart(slot.name());
      remembered(slot.memory(), text);
      return slot.capital() ? capital(text) : text;
    }

    private String draw(Part.Range range) {
      BigDecimal steps = range.to().subtract(range.from()).divideToIntegralValue(range.step());
      BigDecimal drawn = BigDecimal.valueOf(random.nextInt(steps.intValueExact() + 1));
      return range.from().add(drawn.multiply(range.step())).toPlainString();
    }

    private String remembered(@Nullable String memory, String text) {
      if (memory != null) {
        bound.put(memory, text);
      }
      return text;
    }

    private String apart(String list) {
      StringBuilder text = new StringBuilder();
      new Writing(bound, used, random, text).symbol(list);
      return text.toString();
    }

    private List<Part> fresh(String list) {
      List<List<Part>> alternatives = alternatives(list);
      Set<Integer> taken = Objects.requireNonNull(used.computeIfAbsent(list, n -> new HashSet<>()));
      if (taken.size() == alternatives.size()) {
        taken.clear();
      }
      int index = random.nextInt(alternatives.size());
      while (!taken.add(index)) {
        index = (index + 1) % alternatives.size();
      }
      return alternatives.get(index);
    }
  }

  /// The text with its first letter in upper case.
  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
