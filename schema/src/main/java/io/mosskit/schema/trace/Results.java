package io.mosskit.schema.trace;

import io.mosskit.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the tool-responses field of a turn says. Source: MOSS reference, section A.6.
public sealed interface Results {

  /// `None`, inline or as a block.
  record None() implements Results {}

  /// A reply that does not echo its call, as text-to-image gives it: `Image generated
  /// successfully.`
  record Inline(String text) implements Results {}

  /// One block for each call: the call echoed, then what the plugin said.
  record Blocks(List<Block> blocks) implements Results {

    public Blocks {
      blocks = List.copyOf(blocks);
    }
  }

  /// Text outside the grammar.
  ///
  /// @param expected what should have stood there
  record Malformed(String expected) implements Results {}

  /// One call and its answer.
  ///
  /// @param call the echoed call
  /// @param text what follows `=>` and one blank or line break
  /// @param onSameLine whether the answer stands on the line of the call, as for `Calculate`
  record Block(PluginCall call, String text, boolean onSameLine) {

    private static final Pattern NUMBERED = Pattern.compile("^<\\|(\\d+)\\|>:", Pattern.MULTILINE);

    /// Whether the plugin recorded that it had no answer, in any of the three published spellings.
    public boolean failed() {
      return switch (text.strip()) {
        case "'No result.'", "No result.", "No calculation results." -> true;
        default -> false;
      };
    }

    /// The numbers of the `<|n|>:` lines, in their order.
    public List<Integer> numbers() {
      List<Integer> numbers = new ArrayList<>();
      Matcher line = NUMBERED.matcher(text);
      while (line.find()) {
        numbers.add(Citations.number(line.group(1)));
      }
      return List.copyOf(numbers);
    }

    /// The block as it stands in the field.
    @Override
    public String toString() {
      return call + " =>" + (onSameLine ? " " : "\n") + text;
    }
  }

  /// Reads the body of a tool-responses field, markers not included.
  static Results parse(String body) {
    String text = body.strip();
    if (text.equals(Field.NONE)) {
      return new None();
    }
    List<Block> blocks = new ArrayList<>();
    Matcher heading = Shape.HEADING.matcher(text);
    int next = heading.find() ? heading.start() : -1;
    if (next < 0) {
      return body.startsWith("\n") ? new Malformed("Name(\"argument\") =>") : new Inline(text);
    }
    if (next > 0) {
      return new Malformed("Name(\"argument\") => at the beginning, not after other text");
    }
    while (next >= 0) {
      PluginCall call = new PluginCall(heading.group(1), heading.group(2));
      boolean onSameLine = heading.group(3).equals(" ");
      int from = heading.end();
      next = heading.find() ? heading.start() : -1;
      String answer = text.substring(from, next < 0 ? text.length() : next - 1);
      blocks.add(new Block(call, answer, onSameLine));
    }
    return new Blocks(blocks);
  }

  /// The body of a tool-responses field in block form; `None` for an empty list.
  static String body(List<Block> blocks) {
    StringBuilder body = new StringBuilder("\n");
    if (blocks.isEmpty()) {
      body.append(Field.NONE).append('\n');
    }
    blocks.forEach(block -> body.append(block).append('\n'));
    return body.toString();
  }

  /// The line that opens a block, kept out of the interface's namespace.
  final class Shape {

    private static final Pattern HEADING =
        Pattern.compile(
            "^([A-Za-z][A-Za-z0-9_]*)\\(\"([^\"\\n]*)\"\\) =>([ \\n])", Pattern.MULTILINE);

    private Shape() {}
  }
}
