package io.mosskit.curation.report;

import io.mosskit.schema.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
final class Figures {

  private Figures() {}

  /// `1,234,567`.
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `100,000`, `0.7`.
  static String of(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }

  /// A number as it is read, another value as it is written.
  static String of(Json value) {
    return switch (value) {
      case Json.Num number -> of(number.decimal());
      case Json.Str(String text) -> text;
      case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> value.text();
    };
  }

  /// `1 record`, `1,234 records`.
  static String of(long number, String noun) {
    return of(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /// `20–49`, or `1` where both are one.
  static String range(long from, long to) {
    return from == to ? of(from) : of(from) + "–" + of(to);
  }

  /// A number on an axis: `500`, `20k`, `5M`.
  static String brief(long number) {
    if (number >= 1_000_000 && number % 100_000 == 0) {
      return brief(number, 1_000_000, "M");
    }
    return number >= 1_000 && number % 100 == 0 ? brief(number, 1_000, "k") : of(number);
  }

  private static String brief(long number, long unit, String sign) {
    return number % unit == 0
        ? of(number / unit) + sign
        : String.format(Locale.ROOT, "%.1f%s", (double) number / unit, sign);
  }

  /// `12.3%`: 0 and 100 only where it is none and all.
  static String share(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    double percent = 100.0 * part / whole;
    if (part > 0 && percent < 0.1) {
      return "<0.1%";
    }
    return part < whole && percent > 99.9 ? ">99.9%" : decimal(percent, 1) + "%";
  }

  /// With so many decimals, thousands apart.
  static String decimal(double number, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }

  /// `512 B`, `1.5 MB`, in powers of 1000.
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    String unit = "";
    for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
      if (value < 999.95) {
        break;
      }
      value /= 1000;
      unit = next;
    }
    return decimal(value, 1) + " " + unit;
  }

  /// `12.3 s`, `5 min 20 s`, `2 h 15 min`, without a place for a line break.
  static String time(Duration duration) {
    return withBlanks(duration).replace(' ', '\u00A0');
  }

  private static String withBlanks(Duration duration) {
    if (duration.toMinutes() < 1) {
      return decimal(duration.toMillis() / 1000.0, 1) + " s";
    }
    return duration.toHours() < 1
        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
        : of(duration.toHours()) + " h " + duration.toMinutesPart() + " min";
  }
}
