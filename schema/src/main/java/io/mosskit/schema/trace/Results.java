package io.mosskit.schema.trace;

import io.mosskit.schema.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
      int line = 0;
      while (line >= 0) {
        int number = Citations.numberAt(text, line);
        if (number >= 0 && text.startsWith("|>:", text.indexOf("|>", line))) {
          numbers.add(number);
        }
        int lineEnd = text.indexOf('\n', line);
        line = lineEnd < 0 ? -1 : lineEnd + 1;
      }
      return List.copyOf(numbers);
    }

    /// The same block with its `<|n|>:` lines counted from this number on.
    ///
    /// @param first at least 1
    public Block numberedFrom(int first) {
      List<String> lines = new ArrayList<>();
      int next = first;
      for (String line : text.split("\n", -1)) {
        lines.add(isNumbered(line) ? "<|" + next++ + line.substring(line.indexOf("|>:")) : line);
      }
      return new Block(call, String.join("\n", lines), onSameLine);
    }

    private static boolean isNumbered(String line) {
      return Citations.numberAt(line, 0) >= 0 && line.startsWith("|>:", line.indexOf("|>"));
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
    Matcher heading = Shape.nextHeading(text, 0);
    if (heading == null) {
      return body.startsWith("\n") ? new Malformed("Name(\"argument\") =>") : new Inline(text);
    }
    if (heading.start() > 0) {
      return new Malformed("Name(\"argument\") => at the beginning, not after other text");
    }
    while (heading != null) {
      Matcher next = Shape.nextHeading(text, heading.end());
      int end = next == null ? text.length() : Math.max(heading.end(), next.start() - 1);
      if (!PluginCall.isArgument(heading.group(2))) {
        return new Malformed("calls whose arguments hold no markers");
      }
      PluginCall call = new PluginCall(heading.group(1), heading.group(2));
      boolean onSameLine = heading.group(3).equals(" ");
      blocks.add(new Block(call, text.substring(heading.end(), end), onSameLine));
      heading = next;
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

    private static final String ARROW = "\") =>";
    private static final Pattern HEADING =
        Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\(\"([^\"\\n]*)\"\\) =>([ \\n])");

    private Shape() {}

    /// The next line from here on that opens a block. Only lines with an arrow are matched, each
    /// once.
    private static @Nullable Matcher nextHeading(String text, int from) {
      int arrow = text.indexOf(ARROW, from);
      while (arrow >= 0) {
        int line = text.lastIndexOf('\n', arrow) + 1;
        if (line >= from) {
          Matcher heading = HEADING.matcher(text).region(line, text.length());
          if (heading.lookingAt()) {
            return heading;
          }
        }
        int lineEnd = text.indexOf('\n', arrow);
        arrow = lineEnd < 0 ? -1 : text.indexOf(ARROW, lineEnd);
      }
      return null;
    }
  }
}
