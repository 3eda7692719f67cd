package io.mosskit.schema.convert;

import io.mosskit.schema.convert.ConversionException.Fault;
import io.mosskit.schema.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads members of foreign objects; a member that is `null` counts as absent.
final class Members {

  private Members() {}

  /// The array under that name.
  static List<Json> array(Json.Obj object, String name) throws ConversionException {
    Json value = object.get(name);
    if (value instanceof Json.Arr(List<Json> elements)) {
      return elements;
    }
    throw wrong(value, name, "an array");
  }

  /// The text under that name.
  static String string(Json.Obj object, String place, String name) throws ConversionException {
    String text = optionalString(object, place, name);
    if (text == null) {
      throw wrong(null, place(place, name), "a string");
    }
    return text;
  }

  /// The text under that name, null where there is none.
  static @Nullable String optionalString(Json.Obj object, String place, String name)
      throws ConversionException {
    return switch (object.get(name)) {
      case Json.Str(String text) -> text;
      case null -> null;
      case Json.Null _ -> null;
      case Json.Obj _, Json.Arr _, Json.Num _, Json.Bool _ ->
          throw wrong(object.get(name), place(place, name), "a string");
    };
  }

  /// The value as an object.
  static Json.Obj object(@Nullable Json value, String place) throws ConversionException {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw wrong(value, place, "an object");
  }

  static ConversionException wrong(@Nullable Json value, String place, String expected) {
    Fault fault =
        value == null || value instanceof Json.Null ? Fault.MISSING_MEMBER : Fault.WRONG_TYPE;
    return new ConversionException(
        fault, place, "expected " + expected + ", found " + typeOf(value));
  }

  static String place(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  /// The type of a value in words.
  static String typeOf(@Nullable Json value) {
    return switch (value) {
      case null -> "nothing";
      case Json.Null _ -> "null";
      case Json.Obj _ -> "an object";
      case Json.Arr _ -> "an array";
      case Json.Str _ -> "a string";
      case Json.Num _ -> "a number";
      case Json.Bool _ -> "a boolean";
    };
  }
}
