package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.digitsEnd;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isHan;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Postal addresses of people, after a word that says so: `住址：…`, `收货地址是…`, `Home address: …`, `I
/// live at …`. After a bare `地址` only those with a flat or a house in an estate: museums and hotels
/// have addresses too, and they are nobody's secret.
final class AddressDetector implements Detector {
  private static final int LONGEST = 60;

  /// As long as the expression below can see; it looks at no more, wherever it begins.
  private static final int LONGEST_STREET = 160;

  private static final List<String> PERSONAL =
      List.of(
          "家庭", "收货", "通讯", "通信", "联系", "现", "户籍", "居住", "寄件", "收件", "收件人", "邮寄", "送货", "配送", "详细",
          "我的", "我家", "本人", "个人", "常住", "家里", "她的", "他的", "患者", "客户", "住宅");
  private static final String STREETS = "路街道巷弄村镇乡组区园苑里坊同";
  private static final String NUMBERED = "号弄栋幢座室楼层单组户#-";
  private static final List<String> HOMES =
      List.of("室", "单元", "栋", "幢", "号楼", "弄", "小区", "宿舍", "公寓", "花园", "苑", "组", "户");

  private static final Pattern STREET =
      Pattern.compile(
          """
          (?x) \\d{1,6}[A-Za-z]?(?:[-/]\\d{1,4})?
          (?:\\ [\\w.'-]{1,24}+){1,5}?\\ ?
          (?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq
            |Terrace|Way|Close|Crescent|Parkway|Pkwy|Circle|Cir|Row|Grove|Gardens|Highway|Hwy)\\b\\.?
          (?:,?\\ (?:Apt|Apartment|Unit|Suite|Ste|Flat|Floor|Room|\\#)\\.?\\ ?\\#?[\\w-]{1,8})?
          (?:,\\ ?[A-Z][\\w'-]{1,20}(?:\\ [A-Z][\\w'-]{1,20}){0,3}){0,3}
          (?:,?\\ \\d{5}(?:-\\d{4})?|,?\\ [A-Z]{1,2}\\d[A-Z\\d]?\\ \\d[A-Z]{2})?
          """);
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?<whose>[a-z]+ )?(?:address(?: is)?|lives? (?:at|on)|residing at|resides? at"
              + "|residence|residence is)[*\"']{0,3}$");
  private static final List<String> NOT_POSTAL =
      List.of(
          "email ",
          "mail ",
          "ip ",
          "mac ",
          "web ",
          "memory ",
          "server ",
          "url ",
          "host ",
          "hotel ",
          "physical ",
          "virtual ",
          "network ",
          "office ",
          "company ",
          "business ",
          "school ",
          "restaurant ",
          "store ",
          "venue ");

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int i = 1; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ':' -> {
          chinese(text, i, found);
          english(text, i, found);
        }
        case '是', '在', '为' -> chinese(text, i, found);
        case ' ' -> {
          if (isDigit(at(text, i + 1)) && text.charAt(i - 1) != ':') {
            english(text, i, found);
          }
        }
        default -> {}
      }
    }
  }

  private static void chinese(String text, int sign, Consumer<Candidate> found) {
    int keyEnd = sign;
    while (keyEnd > sign - 6 && " *\"'".indexOf(at(text, keyEnd - 1)) >= 0) {
      keyEnd--;
    }
    Strictness strictness = strictness(text.substring(Math.max(0, keyEnd - 6), keyEnd), sign, text);
    if (strictness == Strictness.NO_ADDRESS) {
      return;
    }
    int start = sign + 1;
    while (start < sign + 8 && " *\"'“[".indexOf(at(text, start)) >= 0) {
      start++;
    }
    int end = valueEnd(text, start);
    String value = text.substring(start, end);
    if (isAddress(value, strictness)) {
      found.accept(Candidate.secret(Kind.ADDRESS, start, end, value.replace(" ", "")));
    }
  }

  private enum Strictness {
    /// The word before it says that it is a person's.
    PERSONS,
    /// It must show by itself that somebody lives there.
    HOME,
    NO_ADDRESS
  }

  private static Strictness strictness(String before, int sign, String text) {
    if (text.charAt(sign) == '在') {
      boolean lives = before.endsWith("住") && (before.contains("我") || before.contains("现住"));
      return lives ? Strictness.HOME : Strictness.NO_ADDRESS;
    }
    if (before.endsWith("住址") || before.endsWith("住处")) {
      return Strictness.PERSONS;
    }
    if (!before.endsWith("地址")) {
      return Strictness.NO_ADDRESS;
    }
    String whose = before.substring(0, before.length() - 2);
    if (PERSONAL.stream().anyMatch(whose::endsWith)) {
      return Strictness.PERSONS;
    }
    boolean bare = whose.isEmpty() || !isHan(whose.charAt(whose.length() - 1));
    return bare ? Strictness.HOME : Strictness.NO_ADDRESS;
  }

  private static int valueEnd(String text, int start) {
    int end = start;
    while (end < start + LONGEST && "\n。;,!?、\"'“”‘’<>()[]【】|:\t*@".indexOf(at(text, end)) < 0) {
      int digits = digitsEnd(text, end, 7);
      if (digits - end == 7) {
        break; // a phone number
      }
      end = Math.max(end + 1, digits);
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    int lastNumbered = end;
    while (lastNumbered > start
        && NUMBERED.indexOf(text.charAt(lastNumbered - 1)) < 0
        && !isDigit(text.charAt(lastNumbered - 1))) {
      lastNumbered--;
    }
    return end - lastNumbered > 8 ? lastNumbered : end;
  }

  private static boolean isAddress(String value, Strictness strictness) {
    int han = 0;
    boolean street = false;
    boolean numbered = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      han += isHan(c) ? 1 : 0;
      street |= i > 0 && STREETS.indexOf(c) >= 0;
      numbered |=
          NUMBERED.indexOf(c) >= 0
              && (isDigit(at(value, i - 1)) || "一二三四五六七八九十".indexOf(at(value, i - 1)) >= 0);
    }
    boolean home = HOMES.stream().anyMatch(value::contains);
    return han >= 4 && street && numbered && (strictness == Strictness.PERSONS || home);
  }

  private static void english(String text, int sign, Consumer<Candidate> found) {
    int word = sign - 1;
    while (word > sign - 4 && "*\"'".indexOf(at(text, word)) >= 0) {
      word--;
    }
    if ("sSnNtTeE".indexOf(at(text, word)) < 0) {
      return; // no key ends in another letter
    }
    Matcher key = KEY.matcher(text).region(Math.max(0, sign - 32), sign);
    if (!key.find()) {
      return;
    }
    String whose = key.group("whose");
    if (whose != null && NOT_POSTAL.contains(whose.toLowerCase(Locale.ROOT))) {
      return;
    }
    int start = sign + 1;
    while (start < sign + 8 && " *\"'".indexOf(at(text, start)) >= 0) {
      start++;
    }
    int reach = Math.min(text.length(), start + LONGEST_STREET);
    Matcher street = STREET.matcher(text).region(start, reach);
    if (street.lookingAt()) {
      String value = street.group().toLowerCase(Locale.ROOT);
      found.accept(Candidate.secret(Kind.ADDRESS, start, street.end(), value));
    }
  }
}
