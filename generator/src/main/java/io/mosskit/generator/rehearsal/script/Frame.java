package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Grammar.Part;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One way to ask for something, the calls that it leads to, and what is said about their results:
///
///     {12-48@a} jars at {2-9@b} euros each: what is that? => Calculate("{a}*{b}") => It is {1} euros.
///
/// [Grammar] writes the request; the frame finds it again in somebody's words and knows from them
/// what the slots held. In calls and answer, `{a}` is what a slot held, `{a%}` its hundredth, and
/// `{1}`, in an answer, the first result. Where nothing is to be called, the calls are `None`.
final class Frame {

  static final String NUMBER = "(?<![0-9.,])[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?(?![0-9]|[.,][0-9])";
  private static final String WORDS = "[^\\n.?!:;\"。？！：；“”]{1,70}?";
  private static final String ARROW = " => ";

  private final Pattern request;
  private final Set<String> names;
  private final String calls;
  private final String answer;
  private final int weight;
  private final String longest;

  private Frame(
      Pattern request, Set<String> names, String calls, String answer, int weight, String longest) {
    this.longest = longest;
    this.request = request;
    this.names = names;
    this.calls = calls;
    this.answer = answer;
    this.weight = weight;
  }

  /// A request that was read.
  ///
  /// @param held what the slots held
  /// @param answer what is to be said once the results are there; may be empty
  /// @param weight how many characters of the request were the frame's own
  record Asked(List<PluginCall> calls, Map<String, String> held, String answer, int weight) {}

  /// Reads an entry of a word list.
  ///
  /// @throws IllegalStateException where it is no frame
  static Frame of(String entry) {
    String[] parts = entry.split(ARROW, -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalStateException("expected request => calls => answer, found " + entry);
    }
    StringBuilder pattern = new StringBuilder();
    Set<String> names = new LinkedHashSet<>();
    int weight = 0;
    String longest = "";
    for (Part part : Grammar.compile(parts[0])) {
      pattern.append(
          switch (part) {
            case Part.Text(String text) -> literal(text);
            case Part.Range range -> group(range.memory(), NUMBER, names);
            case Part.Slot slot -> slot(slot, names);
          });
      if (part instanceof Part.Text(String text)) {
        weight += text.strip().length();
        longest = text.length() > longest.length() ? text : longest;
      }
    }
    Pattern request = Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    String answer = parts.length < 3 ? "" : parts[2];
    return new Frame(request, names, parts[1], answer, weight, folded(longest));
  }

  /// The form in which a text is looked through before the pattern is tried, which takes longer.
  static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  private static String literal(String text) {
    StringBuilder pattern = new StringBuilder();
    Matcher words = Pattern.compile("\\s+|\\S+").matcher(text);
    while (words.find()) {
      pattern.append(words.group().isBlank() ? "\\s+" : Pattern.quote(words.group()));
    }
    return pattern.toString();
  }

  private static String slot(Part.Slot slot, Set<String> names) {
    if (slot.memory() == null && names.contains(slot.name())) {
      return "\\k<" + slot.name() + ">";
    }
    return switch (slot.name()) {
      case "last" -> group("last", "-?" + NUMBER, names);
      case "number" -> group(slot.memory(), NUMBER, names);
      default -> group(slot.name().length() == 1 ? slot.name() : slot.memory(), WORDS, names);
    };
  }

  private static String group(@Nullable String name, String pattern, Set<String> names) {
    if (name == null) {
      return "(?:" + pattern + ")";
    }
    names.add(name);
    return "(?<" + name + ">" + pattern + ")";
  }

  int weight() {
    return weight;
  }

  /// What somebody's words ask for, if the request is among them.
  ///
  /// @param folded the same words, [#folded]
  Optional<Asked> read(String words, String folded) {
    if (!folded.contains(longest)) {
      return Optional.empty();
    }
    Matcher found = request.matcher(words);
    if (!found.find()) {
      return Optional.empty();
    }
    Map<String, String> held = new LinkedHashMap<>();
    for (String name : names) {
      held.put(name, found.group(name).strip());
    }
    return Optional.of(new Asked(calls(held), held, answer, weight));
  }

  private List<PluginCall> calls(Map<String, String> held) {
    return switch (Commands.parse(Filling.of(calls, held, Frame::plain))) {
      case Commands.None() -> List.of();
      case Commands.Calls(List<PluginCall> found) -> found;
      case Commands.Malformed(int at, String expected) ->
          throw new IllegalStateException("%s: at %d expected %s".formatted(calls, at, expected));
    };
  }

  /// A number without commas, as plugins read it.
  private static String plain(String value) {
    return value.matches(NUMBER) ? new BigDecimal(value.replace(",", "")).toPlainString() : value;
  }
}
