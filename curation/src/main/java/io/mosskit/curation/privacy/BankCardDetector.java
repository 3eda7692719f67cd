package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.digitsEnd;
import static io.mosskit.curation.privacy.Characters.isDigit;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Numbers of bank cards: a length that the network of the prefix issues, and Luhn's check digit.
/// One number in ten passes that check, so a number in one piece counts only where it does not
/// stand in a calculation and no word before it calls it something else. Source: ISO/IEC 7812-1.
final class BankCardDetector implements Detector {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final Cues CUES =
      Cues.of(
          "卡 卡号 银行卡 信用卡 借记卡 储蓄卡 账号 账户 帐号 card cards visa mastercard amex unionpay credit debit"
              + " account pan",
          "订单 单号 运单 快递 物流 流水 编号 序列号 条码 商品 isbn order tracking parcel serial invoice"
              + " receipt ticket id uid imei reference barcode sku timestamp 时间戳 学号 qq");

  /// Numbers that payment providers publish to test with.
  private static final Set<String> EXAMPLES =
      Set.of(
          "4242424242424242",
          "4000056655665556",
          "5555555555554444",
          "5200828282828210",
          "5105105105105100",
          "378282246310005",
          "371449635398431",
          "6011111111111117",
          "6011000990139424",
          "3530111333300000",
          "3566002020360505",
          "30569309025904",
          "38520000023237",
          "4111111111111111",
          "4012888888881881",
          "6200000000000005",
          "6200000000000047",
          "5424000000000015",
          "4222222222222");

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int i = 0; i < text.length(); ) {
      if (!isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = digitsEnd(text, i, Integer.MAX_VALUE);
      if (end - i >= SHORTEST && end - i <= LONGEST) {
        inOnePiece(text, i, end, found);
      } else if (end - i >= 4 && end - i <= 6 && !Grouped.continues(text, i)) {
        inGroups(text, i, at(text, end), found);
      }
      i = end;
    }
  }

  private static void inOnePiece(String text, int start, int end, Consumer<Candidate> found) {
    String digits = text.substring(start, end);
    if (!isCard(digits) || !Surroundings.standsAlone(text, start, end)) {
      return;
    }
    boolean likely =
        switch (CUES.before(text, start)) {
          case PRO -> true;
          case CONTRA -> false;
          case NOTHING -> isCommonLength(digits) && !Surroundings.isArithmetic(text, start, end);
        };
    if (likely) {
      found.accept(candidate(start, end, digits));
    }
  }

  private static void inGroups(String text, int start, char sign, Consumer<Candidate> found) {
    if (sign != ' ' && sign != '-') {
      return;
    }
    Grouped groups = Grouped.from(text, start, sign);
    if (isShape(groups.sizes())
        && isCard(groups.digits())
        && Surroundings.standsAlone(text, start, groups.end())
        && CUES.before(text, start) != Cues.Verdict.CONTRA) {
      found.accept(candidate(start, groups.end(), groups.digits()));
    }
  }

  private static Candidate candidate(int start, int end, String digits) {
    boolean example = EXAMPLES.contains(digits) || digits.chars().distinct().count() <= 2;
    return new Candidate(Kind.BANK_CARD, start, end, digits, example);
  }

  private static boolean isShape(List<Integer> sizes) {
    if (sizes.equals(List.of(4, 6, 5)) || sizes.equals(List.of(4, 6, 4))) {
      return true;
    }
    if (sizes.equals(List.of(6, 13)) || sizes.equals(List.of(6, 10))) {
      return true;
    }
    return sizes.size() >= 4
        && sizes.size() <= 5
        && sizes.subList(0, sizes.size() - 1).stream().allMatch(size -> size == 4)
        && sizes.getLast() <= 4;
  }

  /// Lengths that are common enough to need no word that says what it is.
  private static boolean isCommonLength(String digits) {
    boolean unionPay = digits.startsWith("62");
    return digits.length() == 16
        || (digits.length() == 15 && digits.charAt(0) == '3')
        || (digits.length() == 19 && unionPay);
  }

  private static boolean isCard(String digits) {
    return digits.length() >= SHORTEST
        && digits.length() <= LONGEST
        && isIssued(digits)
        && passesLuhn(digits);
  }

  private static boolean isIssued(String digits) {
    int length = digits.length();
    int two = Integer.parseInt(digits.substring(0, 2));
    int four = Integer.parseInt(digits.substring(0, 4));
    if (digits.charAt(0) == '4') {
      return length == 13 || length == 16 || length == 19;
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
      return length == 16;
    }
    if (two == 34 || two == 37) {
      return length == 15;
    }
    if (two == 62 || two == 81) {
      return length >= 16;
    }
    if (four == 6011
        || two == 65
        || (four >= 6440 && four <= 6499)
        || (four >= 3528 && four <= 3589)) {
      return length >= 16;
    }
    return (two == 36 || two == 38 || (four >= 3000 && four <= 3059)) && length == 14;
  }

  static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
