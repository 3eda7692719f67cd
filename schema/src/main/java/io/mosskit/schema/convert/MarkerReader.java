package io.mosskit.schema.convert;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.convert.ConversionException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Divides a training text at its markers: the meta instruction ends where a line begins with
/// `<|Human|>:`; a field ends at the first closing token, line break and opening marker of the
/// field that follows it in the published order.
final class MarkerReader {

  private final String text;
  private final int start;

  MarkerReader(String text) throws ConversionException {
    this.text = text;
    String human = Field.HUMAN.opening();
    int lineBreak = text.indexOf("\n" + human);
    this.start = text.startsWith(human) ? 0 : lineBreak + 1;
    if (start == 0 && !text.startsWith(human)) {
      throw broken("a line that begins with " + human, 0);
    }
  }

  String metaInstruction() {
    return text.substring(0, start);
  }

  List<Turn> turns() throws ConversionException {
    List<Turn> turns = new ArrayList<>();
    int at = start;
    while (at < text.length()) {
      List<String> values = new ArrayList<>();
      for (Field field : Field.values()) {
        if (!text.startsWith(field.opening(), at)) {
          throw broken(field.opening(), at);
        }
        int end = end(field, at);
        values.add(text.substring(at, end));
        at = end;
      }
      turns.add(new Turn(turns.size() + 1, values, Turn.KEYS, Map.of()));
    }
    return turns;
  }

  private int end(Field field, int from) throws ConversionException {
    String close = field.closing() + "\n";
    Field next = Field.values()[(field.ordinal() + 1) % Field.values().length];
    for (int at = text.indexOf(close, from); at >= 0; at = text.indexOf(close, at + 1)) {
      int end = at + close.length();
      boolean last = end == text.length() && field == Field.MOSS;
      if (last || text.startsWith(next.opening(), end)) {
        return end;
      }
    }
    throw broken(field.closing() + ", a line break and " + next.opening(), from);
  }

  private ConversionException broken(String expected, int at) {
    return new ConversionException(
        Fault.BROKEN_TEXT,
        "text",
        "expected "
            + expected
            + " from character "
            + (text.codePointCount(0, at) + 1)
            + " on; training text holds all five fields of each turn with their markers");
  }
}
