package io.mosskit.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes in bytes, as people write them: `20GB`, `1.5 GB`, `800MB`, `4096`.
final class ByteSize {

  private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([KMGT]?)B?");

  private ByteSize() {}

  /// Reads the value of an option; a GB is 10⁹ bytes.
  static long parse(String option, String text) throws CommandFailure {
    Matcher matcher = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (matcher.matches()) {
      int thousands =
          " KMGT".indexOf(matcher.group(2).isEmpty() ? ' ' : matcher.group(2).charAt(0));
      BigDecimal bytes = new BigDecimal(matcher.group(1)).scaleByPowerOfTen(3 * thousands);
      if (bytes.compareTo(BigDecimal.ONE) >= 0
          && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
        return bytes.setScale(0, RoundingMode.DOWN).longValueExact();
      }
    }
    throw new CommandFailure(
        ExitCode.USAGE, option + " is " + text + "; expected a size such as 20GB or 800MB");
  }

  /// For people.
  static String text(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
