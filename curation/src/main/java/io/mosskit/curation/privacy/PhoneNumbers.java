package io.mosskit.curation.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What libphonenumber knows of the world's numbering plans. Thread-safe.
final class PhoneNumbers {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /// Kinds of numbers that a person has.
  private static final Set<PhoneNumberType> PERSONAL =
      Set.of(
          PhoneNumberType.MOBILE,
          PhoneNumberType.FIXED_LINE,
          PhoneNumberType.FIXED_LINE_OR_MOBILE,
          PhoneNumberType.VOIP,
          PhoneNumberType.PERSONAL_NUMBER,
          PhoneNumberType.PAGER);

  /// The number as a candidate where its plan has it and a person may have it, else null. Numbers
  /// that everybody uses as examples are candidates that stay.
  ///
  /// @param digits without any signs but a `+` before the code of the country
  /// @param region where the number is dialled; `ZZ` for one with a code
  @Nullable Candidate candidate(int start, int end, String digits, String region) {
    return parsed(digits, region)
        .filter(PLANS::isValidNumber)
        .filter(number -> PERSONAL.contains(PLANS.getNumberType(number)))
        .map(number -> PLANS.format(number, PhoneNumberFormat.E164))
        .map(identity -> new Candidate(Kind.PHONE, start, end, identity, isExample(identity)))
        .orElse(null);
  }

  private static Optional<PhoneNumber> parsed(String digits, String region) {
    try {
      return Optional.of(PLANS.parse(digits, region));
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  /// The digits between two places of a text.
  static String digits(String text, int start, int end) {
    StringBuilder digits = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (Characters.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  /// Numbers with the exchange 555 in North America, China's 13800138000, and what counts up or
  /// repeats one digit.
  private static boolean isExample(String e164) {
    String last = e164.substring(Math.max(0, e164.length() - 8));
    return (e164.length() == 12 && e164.startsWith("+1") && e164.startsWith("555", 5))
        || e164.equals("+8613800138000")
        || last.equals("12345678")
        || last.equals("23456789")
        || last.endsWith("87654321")
        || last.substring(1).chars().distinct().count() == 1
        || (e164.startsWith("+1") && e164.endsWith("4567890"));
  }
}
