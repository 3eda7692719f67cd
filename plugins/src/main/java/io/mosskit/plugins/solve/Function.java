package io.mosskit.plugins.solve;

import java.util.Map;
import java.util.Optional;

/// The functions that an equation may call beside roots and powers, which `sqrt` and `exp` are.
enum Function {
  LN,
  SIN,
  COS,
  TAN,
  ASIN,
  ACOS,
  ATAN,
  ABS;

  private static final Map<String, Function> NAMES =
      Map.ofEntries(
          Map.entry("ln", LN),
          Map.entry("log", LN),
          Map.entry("sin", SIN),
          Map.entry("cos", COS),
          Map.entry("tan", TAN),
          Map.entry("asin", ASIN),
          Map.entry("arcsin", ASIN),
          Map.entry("acos", ACOS),
          Map.entry("arccos", ACOS),
          Map.entry("atan", ATAN),
          Map.entry("arctan", ATAN),
          Map.entry("abs", ABS));

  static Optional<Function> named(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }
}
