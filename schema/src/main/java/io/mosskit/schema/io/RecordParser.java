package io.mosskit.schema.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one record from its bytes, straight from the token stream. Not thread-safe: it remembers
/// the last meta instruction, of which a corpus has few, to hold each only once.
final class RecordParser {

  private static final String PLAIN_TEXT = "plain_text";

  private String lastMeta = "";

  /// The record in these bytes, or the reason why there is none.
  Entry parse(byte[] bytes, int from, int to, Origin origin) {
    Rejection broken = Unread.ifBrokenUtf8(bytes, from, to, origin);
    if (broken != null) {
      return new Entry.Rejected(broken);
    }
    try (JsonParser parser = JsonText.FACTORY.createParser(bytes, from, to - from)) {
      return new Entry.Accepted(readRecord(parser, origin), origin);
    } catch (Refusal e) {
      Json raw = Unread.raw(bytes, from, to);
      return new Entry.Rejected(Unread.of(e.fault, e.detail, origin, raw));
    } catch (JsonException e) {
      return new Entry.Rejected(Unread.of(e, bytes, from, to, origin));
    } catch (JsonProcessingException e) {
      return new Entry.Rejected(Unread.of(e, bytes, from, to, origin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Conversation readRecord(JsonParser parser, Origin origin)
      throws IOException, Refusal, JsonException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw new Refusal(
          ReadFault.NOT_AN_OBJECT, "expected one JSON object, found " + describe(first));
    }
    Draft draft = new Draft();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      if (draft.keys.contains(key)) {
        throw new Refusal(ReadFault.DUPLICATE_KEY, "key \"" + key + "\" comes twice in the record");
      }
      draft.keys.add(key);
      readMember(parser, key, draft);
    }
    if (parser.nextToken() != null) {
      throw new Refusal(ReadFault.NOT_JSON, "text after the end of the record");
    }
    return finish(draft, origin);
  }

  private void readMember(JsonParser parser, String key, Draft draft)
      throws IOException, Refusal, JsonException {
    JsonToken token = parser.nextToken();
    switch (key) {
      case Conversation.ID -> {
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
          throw wrongType(key, "a string or an integer", token);
        }
        draft.id = JsonText.read(parser);
      }
      case Conversation.META_INSTRUCTION -> draft.meta = shared(string(parser, key));
      case Conversation.NUM_TURNS -> {
        if (token != JsonToken.VALUE_NUMBER_INT) {
          throw wrongType(key, "an integer", token);
        }
        draft.declaredTurns = declaredTurns(parser);
      }
      case Conversation.CHAT -> {
        if (token != JsonToken.START_OBJECT) {
          throw wrongType(key, "an object of turns", token);
        }
        draft.turns = readChat(parser);
      }
      default -> draft.beside.put(key, JsonText.read(parser));
    }
  }

  private static int declaredTurns(JsonParser parser) throws IOException, Refusal {
    String lexeme = parser.getText();
    if (lexeme.startsWith("-") || lexeme.length() > 9) {
      throw new Refusal(
          ReadFault.WRONG_TYPE, "num_turns: expected a count of turns, found " + lexeme);
    }
    return Integer.parseInt(lexeme);
  }

  private String shared(String meta) {
    if (!meta.equals(lastMeta)) {
      lastMeta = meta;
    }
    return lastMeta;
  }

  private static List<Turn> readChat(JsonParser parser) throws IOException, Refusal, JsonException {
    List<Turn> turns = new ArrayList<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      int number = turnNumber(key);
      for (Turn turn : turns) {
        if (turn.number() == number) {
          throw new Refusal(ReadFault.DUPLICATE_KEY, "key \"" + key + "\" comes twice in chat");
        }
      }
      JsonToken token = parser.nextToken();
      if (token != JsonToken.START_OBJECT) {
        throw wrongType("chat." + key, "an object", token);
      }
      turns.add(readTurn(parser, number));
    }
    if (turns.isEmpty()) {
      throw new Refusal(ReadFault.NO_TURNS, "chat has no turns; a dialogue has at least turn_1");
    }
    return turns;
  }

  private static int turnNumber(String key) throws Refusal {
    if (key.startsWith("turn_") && key.length() <= 14 && key.length() > 5) {
      String digits = key.substring(5);
      if (digits.charAt(0) != '0' && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Integer.parseInt(digits);
      }
    }
    throw new Refusal(
        ReadFault.UNKNOWN_TURN_KEY, "chat: expected a key such as turn_1, found \"" + key + "\"");
  }

  private static Turn readTurn(JsonParser parser, int number)
      throws IOException, Refusal, JsonException {
    @Nullable String[] values = new @Nullable String[Turn.KEYS.size()];
    List<String> keys = new ArrayList<>(Turn.KEYS.size());
    Map<String, Json> beside = Map.of();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      String path = "chat.turn_" + number + "." + key;
      if (keys.contains(key)) {
        throw new Refusal(ReadFault.DUPLICATE_KEY, path + " comes twice");
      }
      keys.add(key);
      parser.nextToken();
      int field = Turn.KEYS.indexOf(key);
      if (field >= 0) {
        values[field] = string(parser, path);
      } else {
        beside = beside.isEmpty() ? new HashMap<>() : beside;
        beside.put(key, JsonText.read(parser));
      }
    }
    List<String> complete = new ArrayList<>(values.length);
    for (Field field : Field.values()) {
      String value = values[field.ordinal()];
      if (value == null) {
        throw missing("chat.turn_" + number + "." + field.key());
      }
      complete.add(value);
    }
    return new Turn(number, complete, keys.equals(Turn.KEYS) ? Turn.KEYS : keys, beside);
  }

  private static Conversation finish(Draft draft, Origin origin) throws Refusal {
    Json plainText = draft.beside.get(PLAIN_TEXT);
    if (draft.turns == null && plainText instanceof Json.Str(String text)) {
      return Moss002.convert(text, draft.id, draft.keys, draft.beside, origin);
    }
    if (draft.id == null) {
      throw missing(Conversation.ID);
    }
    if (draft.meta == null) {
      throw missing(Conversation.META_INSTRUCTION);
    }
    if (draft.declaredTurns < 0) {
      throw missing(Conversation.NUM_TURNS);
    }
    if (draft.turns == null) {
      throw missing(Conversation.CHAT);
    }
    return new Conversation(
        draft.id, draft.meta, draft.declaredTurns, draft.turns, draft.keys, draft.beside);
  }

  private static String string(JsonParser parser, String path) throws IOException, Refusal {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw wrongType(path, "a string", parser.currentToken());
    }
    return parser.getText();
  }

  private static Refusal wrongType(String path, String expected, @Nullable JsonToken found) {
    return new Refusal(
        ReadFault.WRONG_TYPE, path + ": expected " + expected + ", found " + describe(found));
  }

  private static Refusal missing(String path) {
    return new Refusal(ReadFault.MISSING_FIELD, path + " is missing");
  }

  private static String describe(@Nullable JsonToken token) {
    return switch (token) {
      case null -> "nothing";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT -> "an integer";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          token.toString();
    };
  }

  /// What has been read of a record so far.
  private static final class Draft {
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Json> beside = new HashMap<>();
    private @Nullable Json id;
    private @Nullable String meta;
    private int declaredTurns = -1;
    private @Nullable List<Turn> turns;
  }

  /// A record that is not what it should be; never leaves this package.
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final ReadFault fault;
    private final String detail;

    Refusal(ReadFault fault, String detail) {
      super(detail, null, false, false);
      this.fault = fault;
      this.detail = detail;
    }

    ReadFault fault() {
      return fault;
    }

    String detail() {
      return detail;
    }
  }
}
