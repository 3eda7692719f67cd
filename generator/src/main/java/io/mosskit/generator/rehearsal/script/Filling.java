package io.mosskit.generator.rehearsal.script;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values into a template: `{a}` becomes what is held for `a`, `{a%}` a hundredth of it.
final class Filling {

  private static final Pattern SLOT = Pattern.compile("\\{(\\^?)([a-z0-9]+)(%?)}");

  private Filling() {}

  /// The template with every slot filled for which something is held.
  ///
  /// @param form how a value is written
  static String of(String template, Map<String, String> held, UnaryOperator<String> form) {
    return SLOT.matcher(template)
        .replaceAll(slot -> {
          String value = held.get(slot.group(2));
          if (value == null) {
            return Matcher.quoteReplacement(slot.group());
          }
          String text = slot.group(3).isEmpty() ? form.apply(value) : hundredth(value);
          return Matcher.quoteReplacement(slot.group(1).isEmpty() ? text : Grammar.capital(text));
        });
  }

  private static String hundredth(String value) {
    BigDecimal number = new BigDecimal(value.replace(",", "")).movePointLeft(2);
    return number.stripTrailingZeros().toPlainString();
  }
}
