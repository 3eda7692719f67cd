package io.mosskit.inference.serve.api;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of a request, each of the type that it must have. A member that is `null` is absent.
record Members(Json.Obj object) {

  /// Reads a body.
  ///
  /// @param known the names that a request may have; any other is refused, since leaving it out
  ///   would pretend that it had been heeded
  static Members parse(String body, Set<String> known) throws Refusal {
    try {
      if (!(Json.parse(body) instanceof Json.Obj object)) {
        throw Refusal.of(null, "the request body is no JSON object");
      }
      for (String name : object.members().keySet()) {
        if (!known.contains(name)) {
          throw Refusal.of(name, "`%s` is not supported; leave it out".formatted(name));
        }
      }
      return new Members(object);
    } catch (JsonException e) {
      throw Refusal.of(null, "the request body is no JSON: " + e.getMessage());
    }
  }

  @Nullable Json get(String name) {
    Json value = object.get(name);
    return value instanceof Json.Null ? null : value;
  }

  @Nullable String string(String name) throws Refusal {
    return switch (get(name)) {
      case null -> null;
      case Json.Str(String text) -> text;
      case Json value -> throw wrong(name, value, "a text");
    };
  }

  boolean bool(String name) throws Refusal {
    return switch (get(name)) {
      case null -> false;
      case Json.Bool(boolean value) -> value;
      case Json value -> throw wrong(name, value, "true or false");
    };
  }

  double number(String name, double absent) throws Refusal {
    return switch (get(name)) {
      case null -> absent;
      case Json.Num number -> number.doubleValue();
      case Json value -> throw wrong(name, value, "a number");
    };
  }

  /// A whole number within bounds.
  int whole(String name, int absent, int least, int most) throws Refusal {
    Json value = get(name);
    if (value == null) {
      return absent;
    }
    if (value instanceof Json.Num number) {
      double whole = number.doubleValue(); // exact, where it is an int
      if (whole >= least && whole <= most && whole == Math.rint(whole)) {
        return (int) whole;
      }
    }
    String bounds = most == Integer.MAX_VALUE ? "of at least " + least : least + " to " + most;
    throw wrong(name, value, "a whole number " + bounds);
  }

  /// A whole number of any size, cut to 64 bits.
  @Nullable Long seed(String name) throws Refusal {
    return switch (get(name)) {
      case null -> null;
      case Json.Num number when number.lexeme().matches("-?[0-9]{1,100}") ->
          new BigInteger(number.lexeme()).longValue();
      case Json value -> throw wrong(name, value, "a whole number");
    };
  }

  /// A text or an array of texts.
  List<String> strings(String name, int most) throws Refusal {
    Json value = get(name);
    List<Json> elements =
        switch (value) {
          case null -> List.of();
          case Json.Arr(List<Json> array) -> array;
          case Json one -> List.of(one);
        };
    List<String> texts = new ArrayList<>();
    for (Json element : elements) {
      if (!(element instanceof Json.Str(String text)) || text.isEmpty()) {
        throw wrong(name, element, "a text that is not empty");
      }
      texts.add(text);
    }
    if (texts.size() > most) {
      throw Refusal.of(
          name, "`%s` has %d texts; expected at most %d".formatted(name, texts.size(), most));
    }
    return texts;
  }

  /// Refuses what is there, unless it asks for nothing.
  void require(String name, String nothing) throws Refusal {
    Json value = get(name);
    if (value != null && !value.text().equals(nothing) && !isZero(value, nothing)) {
      throw Refusal.of(
          name,
          "`%s` is %s, which this model cannot do; leave it out".formatted(name, shorten(value)));
    }
  }

  private static boolean isZero(Json value, String nothing) {
    return value instanceof Json.Num number && nothing.equals("0") && number.doubleValue() == 0;
  }

  static Refusal wrong(String name, Json value, String expected) {
    return Refusal.of(name, "`%s` is %s; expected %s".formatted(name, shorten(value), expected));
  }

  private static String shorten(Json value) {
    String text = value.text();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
