package io.mosskit.schema.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.mosskit.schema.json.JsonException.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The one place where [Json] meets Jackson's streaming parser and generator.
public final class JsonText {

  /// The factory that every reader of the toolkit shares: no limit on strings below the reader's
  /// own limit on records, nesting up to 1,000.
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private JsonText() {}

  static void requireNumber(String lexeme) {
    if (!NUMBER.matcher(lexeme).matches()) {
      throw new NumberFormatException("no JSON number: " + lexeme);
    }
  }

  static Json parse(String text) throws JsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new JsonException(Problem.END_OF_TEXT, "the text is empty");
      }
      Json value = read(parser);
      if (parser.nextToken() != null) {
        throw new JsonException(Problem.SYNTAX, "text after the value, " + at(parser));
      }
      return value;
    } catch (JsonProcessingException e) {
      throw translate(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The value at the parser's current token; the parser then stands on the value's last token.
  public static Json read(JsonParser parser) throws IOException, JsonException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> new Json.Str(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value at " + parser.currentToken());
    };
  }

  private static Json readObject(JsonParser parser) throws IOException, JsonException {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (loneSurrogate(name, 0) >= 0) {
        throw new JsonException(Problem.SYNTAX, "a key with half a character, " + at(parser));
      }
      parser.nextToken();
      Json value = read(parser);
      if (members.put(name, value) != null) {
        throw new JsonException(
            Problem.DUPLICATE_KEY, "key \"" + name + "\" comes twice in an object, " + at(parser));
      }
    }
    return new Json.Obj(members);
  }

  private static Json readArray(JsonParser parser) throws IOException, JsonException {
    List<Json> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser));
    }
    return new Json.Arr(elements);
  }

  private static String at(JsonParser parser) {
    return at(parser.currentTokenLocation());
  }

  private static String at(com.fasterxml.jackson.core.JsonLocation location) {
    return "line " + location.getLineNr() + " column " + location.getColumnNr();
  }

  /// Jackson's complaint in our words: kind, place, and its first sentence.
  public static JsonException translate(JsonProcessingException e) {
    Problem problem = e instanceof JsonEOFException ? Problem.END_OF_TEXT : Problem.SYNTAX;
    String where = e.getLocation() == null ? "" : ", " + at(e.getLocation());
    return new JsonException(problem, e.getOriginalMessage() + where);
  }

  static String write(Json value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /// Writes a value to a generator.
  public static void write(Json value, JsonGenerator out) throws IOException {
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        out.writeStartObject();
        for (Map.Entry<String, Json> member : members.entrySet()) {
          out.writeFieldName(member.getKey());
          write(member.getValue(), out);
        }
        out.writeEndObject();
      }
      case Json.Arr(List<Json> elements) -> {
        out.writeStartArray();
        for (Json element : elements) {
          write(element, out);
        }
        out.writeEndArray();
      }
      case Json.Str(String text) -> writeString(text, out);
      case Json.Num(String lexeme) -> out.writeNumber(lexeme);
      case Json.Bool(boolean bool) -> out.writeBoolean(bool);
      case Json.Null() -> out.writeNull();
    }
  }

  /// Writes a string value. A lone surrogate has no UTF-8 form, so a text that holds one is written
  /// with `\\uXXXX` in its place.
  public static void writeString(String text, JsonGenerator out) throws IOException {
    if (loneSurrogate(text, 0) < 0) {
      out.writeString(text);
    } else {
      out.writeRawValue(withEscapedSurrogates(text));
    }
  }

  /// The first lone surrogate from there on, or -1.
  private static int loneSurrogate(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /// Looks at each character once: a text of nothing but lone surrogates is no more work.
  private static String withEscapedSurrogates(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    int from = 0;
    for (int at = loneSurrogate(text, 0); at >= 0; at = loneSurrogate(text, from)) {
      quoted.append(JsonStringEncoder.getInstance().quoteAsString(text.substring(from, at)));
      quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(at)));
      from = at + 1;
    }
    quoted.append(JsonStringEncoder.getInstance().quoteAsString(text.substring(from)));
    return quoted.append('"').toString();
  }
}
