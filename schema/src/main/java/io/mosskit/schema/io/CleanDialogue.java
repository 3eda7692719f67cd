package io.mosskit.schema.io;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Recognises, in one pass over the bytes and without making a single string, dialogues that surely
/// are in order: valid JSON and UTF-8, the published keys in the published order, turns numbered
/// without a gap, each field between its markers and without another marker in it, no plugins
/// called. Whatever it does not recognise may be in order too: [RecordParser] decides then. Most
/// records of most corpora are recognised, so that validation runs at the speed of a scan.
final class CleanDialogue {

  private static final byte[] ID = key("conversation_id");
  private static final byte[] META_INSTRUCTION = key("meta_instruction");
  private static final byte[] NUM_TURNS = key("num_turns");
  private static final byte[] CHAT = key("chat");
  private static final byte[] CATEGORY = key("category");
  private static final byte[][] FIELDS = new byte[Turn.KEYS.size()][];
  private static final byte[][] OPENINGS = new byte[Turn.KEYS.size()][];
  private static final byte[][] CLOSINGS = new byte[Turn.KEYS.size()][];

  private static final byte[][] TURNS = new byte[32][];

  /// What a byte does in a string: it stands for itself, ends the plain text, escapes the next one,
  /// leads a character of several bytes, or may not stand there.
  private static final byte PLAIN = 1;

  private static final byte STOP = 2;
  private static final byte ESCAPE = 3;
  private static final byte LEADS = 4;
  private static final byte[] BYTE_KINDS = new byte[256];

  /// Those after a backslash that need no closer look; what `\\u` spells does.
  private static final byte[] BYTE_KINDS_AFTER_BACKSLASH = new byte[256];

  /// What the fields for plugins hold where none is called: inline, and results as a block.
  private static final byte[] NONE = ascii("None");

  private static final byte[] NONE_BLOCK = ascii("\"" + "<|Results|>:\\nNone\\n<eor>\\n\"");

  static {
    Arrays.fill(BYTE_KINDS, ' ', 0x80, PLAIN);
    Arrays.fill(BYTE_KINDS, 0xC2, 0xF5, LEADS);
    BYTE_KINDS['"'] = STOP;
    BYTE_KINDS['<'] = STOP;
    BYTE_KINDS['\\'] = ESCAPE;
    for (byte escaped : ascii("\"\\/bfnrt")) {
      BYTE_KINDS_AFTER_BACKSLASH[escaped] = PLAIN;
    }
    for (int i = 0; i < TURNS.length; i++) {
      TURNS[i] = key("turn_" + i);
    }
    for (Field field : Field.values()) {
      FIELDS[field.ordinal()] = key(field.key());
      OPENINGS[field.ordinal()] = ascii("\"" + field.opening() + " ");
      CLOSINGS[field.ordinal()] = ascii(field.closing() + "\\n\"");
    }
  }

  private final byte[] bytes;
  private final int end;
  private int at;

  private CleanDialogue(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /// The number of turns of a dialogue that surely is in order, or 0.
  static int turns(byte[] bytes, int from, int to) {
    return new CleanDialogue(bytes, from, to).turns();
  }

  private int turns() {
    if (!symbol('{') || !member(ID) || !(string() || number() >= 0)) {
      return 0;
    }
    if (!symbol(',') || !member(META_INSTRUCTION) || !string()) {
      return 0;
    }
    if (!symbol(',') || !member(NUM_TURNS)) {
      return 0;
    }
    int declared = number();
    if (!symbol(',') || !member(CHAT) || !symbol('{')) {
      return 0;
    }
    int turns = 0;
    do {
      turns++;
      if (!turn(turns)) {
        return 0;
      }
    } while (symbol(','));
    if (turns != declared || !symbol('}')) {
      return 0;
    }
    if (symbol(',') && !(member(CATEGORY) && string())) {
      return 0;
    }
    return symbol('}') && isAtEnd() ? turns : 0;
  }

  private boolean turn(int number) {
    return member(number < TURNS.length ? TURNS[number] : key("turn_" + number))
        && symbol('{')
        && field(Field.HUMAN)
        && symbol(',')
        && field(Field.INNER_THOUGHTS)
        && symbol(',')
        && none(Field.COMMANDS)
        && symbol(',')
        && none(Field.TOOL_RESPONSES)
        && symbol(',')
        && field(Field.MOSS)
        && symbol('}');
  }

  /// A field with any text between its markers.
  private boolean field(Field field) {
    return member(FIELDS[field.ordinal()])
        && literal(OPENINGS[field.ordinal()])
        && textUpTo(CLOSINGS[field.ordinal()]);
  }

  /// A field that holds `None`.
  private boolean none(Field field) {
    if (!member(FIELDS[field.ordinal()])) {
      return false;
    }
    int start = at;
    if (literal(OPENINGS[field.ordinal()]) && literal(NONE) && literal(CLOSINGS[field.ordinal()])) {
      return true;
    }
    at = start;
    return field == Field.TOOL_RESPONSES && literal(NONE_BLOCK);
  }

  /// Text without markers, up to and with the given closing.
  private boolean textUpTo(byte[] closing) {
    while (plainText()) {
      if (bytes[at] != '<') {
        return false; // the string ends without its marker
      }
      if (literal(closing)) {
        return true;
      }
      if (at + 2 >= end || bytes[at + 1] == '|' || (bytes[at + 1] == 'e' && bytes[at + 2] == 'o')) {
        return false;
      }
      at++;
    }
    return false;
  }

  /// A whole string.
  private boolean string() {
    if (at >= end || bytes[at] != '"') {
      return false;
    }
    at++;
    while (plainText()) {
      if (bytes[at++] == '"') {
        return true;
      }
    }
    return false;
  }

  /// Goes on to the next `"` or `<` of a string; false where something comes before it that may not
  /// stand in a string, or that takes a closer look.
  private boolean plainText() {
    int i = at;
    while (i < end) {
      switch (BYTE_KINDS[bytes[i] & 0xFF]) {
        case PLAIN -> i++;
        case STOP -> {
          at = i;
          return true;
        }
        case ESCAPE -> {
          if (i + 1 >= end || BYTE_KINDS_AFTER_BACKSLASH[bytes[i + 1] & 0xFF] != PLAIN) {
            return false;
          }
          i += 2;
        }
        case LEADS -> {
          int length = Utf8.sequenceLength(bytes, i, end);
          if (length == 0) {
            return false;
          }
          i += length;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /// A whole number without sign, or -1.
  private int number() {
    int start = at;
    int value = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - start < 9) {
      value = 10 * value + bytes[at++] - '0';
    }
    boolean leadingZero = bytes[start] == '0' && at - start > 1;
    return at == start || leadingZero ? -1 : value;
  }

  private boolean member(byte[] key) {
    skipBlank();
    return literal(key) && symbol(':') && skipBlank();
  }

  private boolean symbol(char symbol) {
    skipBlank();
    if (at < end && bytes[at] == symbol) {
      at++;
      return true;
    }
    return false;
  }

  private boolean literal(byte[] expected) {
    if (end - at < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[at + i] != expected[i]) {
        return false;
      }
    }
    at += expected.length;
    return true;
  }

  private boolean isAtEnd() {
    skipBlank();
    return at == end;
  }

  private boolean skipBlank() {
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
    return true;
  }

  private static byte[] key(String name) {
    return ascii("\"" + name + "\"");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
