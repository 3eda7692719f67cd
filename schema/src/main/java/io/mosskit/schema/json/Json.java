package io.mosskit.schema.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON value (RFC 8259), immutable. Parsing and writing again gives the same value: member
/// order and the spelling of numbers are kept.
public sealed interface Json {

  /// An object. Members keep their order; [#equals] follows [Map#equals] and does not look at it.
  record Obj(Map<String, Json> members) implements Json {

    /// The object without members.
    public static final Obj EMPTY = new Obj(Map.of());

    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The member of that name, or null where there is none.
    public @Nullable Json get(String name) {
      return members.get(name);
    }

    /// The text of a string member, or null where it is absent or of another type.
    public @Nullable String string(String name) {
      return members.get(name) instanceof Str(String value) ? value : null;
    }

    /// The same object with one member set: in its old place where it existed, else at the end.
    public Obj with(String name, Json value) {
      Map<String, Json> copy = new LinkedHashMap<>(members);
      copy.put(name, value);
      return new Obj(copy);
    }

    /// The same object without that member.
    public Obj without(String name) {
      Map<String, Json> copy = new LinkedHashMap<>(members);
      copy.remove(name);
      return new Obj(copy);
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /// An array.
  record Arr(List<Json> elements) implements Json {

    public Arr {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /// A string, as UTF-16; lone surrogates are allowed and are written as `\\uXXXX`.
  record Str(String value) implements Json {

    @Override
    public String toString() {
      return text();
    }
  }

  /// A number, kept as it was spelled: `1`, `1.0` and `1e0` are three different values. A lexeme
  /// that is no JSON number throws [NumberFormatException].
  record Num(String lexeme) implements Json {

    public Num {
      JsonText.requireNumber(lexeme);
    }

    /// The exact value.
    public BigDecimal decimal() {
      return new BigDecimal(lexeme);
    }

    /// The nearest double.
    public double doubleValue() {
      return Double.parseDouble(lexeme);
    }

    @Override
    public String toString() {
      return lexeme;
    }
  }

  /// `true` or `false`.
  record Bool(boolean value) implements Json {

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// `null`.
  record Null() implements Json {

    @Override
    public String toString() {
      return "null";
    }
  }

  static Str of(String value) {
    return new Str(value);
  }

  static Num of(long value) {
    return new Num(Long.toString(value));
  }

  /// The shortest spelling that reads back as the same value.
  ///
  /// @throws NumberFormatException for NaN and the infinities, which JSON cannot say
  static Num of(double value) {
    return new Num(Double.toString(value));
  }

  static Bool of(boolean value) {
    return new Bool(value);
  }

  static Arr of(List<? extends Json> elements) {
    return new Arr(List.copyOf(elements));
  }

  static Arr ofStrings(List<String> elements) {
    return new Arr(elements.stream().<Json>map(Str::new).toList());
  }

  static Obj of(Map<String, ? extends Json> members) {
    return new Obj(new LinkedHashMap<>(members));
  }

  /// An object built member by member: `Json.object().put("id", Json.of(1)).build()`.
  static ObjBuilder object() {
    return new ObjBuilder();
  }

  /// The value of one whole JSON text; a member name that comes twice in an object is an error.
  ///
  /// @throws JsonException naming line, column and what was expected
  static Json parse(String text) throws JsonException {
    return JsonText.parse(text);
  }

  /// This value on one line without blanks, non-ASCII characters unescaped.
  default String text() {
    return JsonText.write(this);
  }
}
