package io.mosskit.schema.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.mosskit.schema.io.RecordParser.Refusal;
import io.mosskit.schema.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Reads the wanted members of one record from the token stream and passes over all others. Not
/// thread-safe.
final class TextParser {

  private final TextFields fields;
  private @Nullable String text;
  private @Nullable String id;
  private @Nullable Double score;

  TextParser(TextFields fields) {
    this.fields = fields;
  }

  TextEntry parse(byte[] bytes, int from, int to, Origin origin) {
    Rejection broken = Unread.ifBrokenUtf8(bytes, from, to, origin);
    if (broken != null) {
      return new TextEntry.Rejected(broken);
    }
    try (JsonParser parser = JsonText.FACTORY.createParser(bytes, from, to - from)) {
      readRecord(parser);
      return found(origin, new RawRecord(bytes, from, to));
    } catch (Refusal e) {
      return new TextEntry.Rejected(
          Unread.of(e.fault(), e.detail(), origin, Unread.raw(bytes, from, to)));
    } catch (JsonProcessingException e) {
      return new TextEntry.Rejected(Unread.of(e, bytes, from, to, origin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readRecord(JsonParser parser) throws IOException, Refusal {
    text = null;
    id = null;
    score = null;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Refusal(ReadFault.NOT_AN_OBJECT, "expected one JSON object");
    }
    readMembers(parser, "");
    if (parser.nextToken() != null) {
      throw new Refusal(ReadFault.NOT_JSON, "text after the end of the record");
    }
  }

  private void readMembers(JsonParser parser, String prefix) throws IOException, Refusal {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      String path = prefix.isEmpty() ? key : prefix + key;
      JsonToken token = parser.nextToken();
      if (path.equals(fields.text())) {
        requireNew(text, path);
        text = token == JsonToken.VALUE_NULL ? null : string(parser, path, token);
      } else if (path.equals(fields.id())) {
        requireNew(id, path);
        id = token == JsonToken.VALUE_NULL ? null : name(parser, path, token);
      } else if (path.equals(fields.score())) {
        requireNew(score, path);
        score = token == JsonToken.VALUE_NULL ? null : number(parser, path, token);
      } else if (token == JsonToken.START_OBJECT && leads(path)) {
        readMembers(parser, path + ".");
      } else {
        parser.skipChildren();
      }
    }
  }

  /// Whether a wanted member may be inside this one.
  private boolean leads(String path) {
    return leads(path, fields.text()) || leads(path, fields.id()) || leads(path, fields.score());
  }

  private static boolean leads(String path, @Nullable String wanted) {
    return wanted != null
        && wanted.length() > path.length()
        && wanted.charAt(path.length()) == '.'
        && wanted.startsWith(path);
  }

  private static void requireNew(@Nullable Object value, String path) throws Refusal {
    if (value != null) {
      throw new Refusal(ReadFault.DUPLICATE_KEY, "\"" + path + "\" comes twice in the record");
    }
  }

  private static String string(JsonParser parser, String path, JsonToken token)
      throws IOException, Refusal {
    if (token != JsonToken.VALUE_STRING) {
      throw wrongType(path, "a string");
    }
    return parser.getText();
  }

  private static String name(JsonParser parser, String path, JsonToken token)
      throws IOException, Refusal {
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      throw wrongType(path, "a string or a number");
    }
    return parser.getText();
  }

  private static Double number(JsonParser parser, String path, JsonToken token)
      throws IOException, Refusal {
    if (!token.isNumeric()) {
      throw wrongType(path, "a number");
    }
    return parser.getDoubleValue();
  }

  private static Refusal wrongType(String path, String expected) {
    return new Refusal(ReadFault.WRONG_TYPE, "\"" + path + "\": expected " + expected);
  }

  private TextEntry found(Origin origin, RawRecord raw) throws Refusal {
    String wholeText = required(text, fields.text());
    String wantedId = fields.id();
    String wholeId = wantedId == null ? origin.defaultId() : required(id, wantedId);
    double rank = score == null ? Double.NEGATIVE_INFINITY : score;
    return new TextEntry.Found(wholeId, wholeText, rank, origin, raw);
  }

  private static String required(@Nullable String value, String path) throws Refusal {
    if (value == null) {
      throw new Refusal(
          ReadFault.MISSING_FIELD,
          "\"" + path + "\" is missing; add it to the record or name another field");
    }
    return value;
  }
}
