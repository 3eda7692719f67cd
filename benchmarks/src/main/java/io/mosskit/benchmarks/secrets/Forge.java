package io.mosskit.benchmarks.secrets;

import io.mosskit.curation.privacy.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes secrets up, by the rules by which they are issued and not by those by which they are
/// found.
final class Forge {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = LOWER.toUpperCase(Locale.ROOT);
  private static final String DIGITS = "0123456789";
  private static final String ALL = LOWER + UPPER + DIGITS;

  private final RandomGenerator random;

  Forge(RandomGenerator random) {
    this.random = random;
  }

  String make(Kind kind, boolean chinese) {
    return switch (kind) {
      case EMAIL -> email();
      case PHONE -> chinese ? chinesePhone() : foreignPhone();
      case RESIDENT_ID -> residentId();
      case BANK_CARD -> card();
      case IBAN -> iban();
      case IP_ADDRESS -> address();
      case ADDRESS -> chinese ? chineseHome() : englishHome();
      case NAME -> chinese ? chineseName() : englishName();
      case API_KEY -> key();
      case PRIVATE_KEY -> pem();
    };
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  String digits(int count) {
    return drawn(DIGITS, count);
  }

  String drawn(String from, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }

  private String email() {
    String local =
        switch (random.nextInt(4)) {
          case 0 -> oneOf(List.of("li.wei", "zhang_san", "anna-maria", "j.k.hansen", "wangfang"));
          case 1 -> drawn(LOWER, 3 + random.nextInt(8)) + digits(random.nextInt(4));
          case 2 -> digits(5 + random.nextInt(6));
          default -> drawn(LOWER, 4) + "." + drawn(LOWER, 5) + "+" + drawn(LOWER, 3);
        };
    return local
        + "@"
        + oneOf(
            List.of(
                "qq.com",
                "163.com",
                "gmail.com",
                "fudan.edu.cn",
                "outlook.com",
                "foxmail.com",
                "uni-bonn.de",
                "mail.co.uk",
                "sina.com.cn",
                drawn(LOWER, 6) + ".org"));
  }

  private String chinesePhone() {
    String mobile =
        oneOf(List.of("135", "138", "139", "150", "156", "177", "186", "188", "199")) + digits(8);
    String parts =
        mobile.substring(0, 3) + "%s" + mobile.substring(3, 7) + "%s" + mobile.substring(7);
    return switch (random.nextInt(7)) {
      case 0, 1 -> mobile;
      case 2 -> parts.formatted("-", "-");
      case 3 -> parts.formatted(" ", " ");
      case 4 -> "+86 " + mobile;
      case 5 -> "+86-" + parts.formatted("-", "-");
      default ->
          oneOf(List.of("010-", "021-", "(020)", "0571-", "0755-", "028-"))
              + oneOf(List.of("2", "5", "6", "8"))
              + digits(7);
    };
  }

  private String foreignPhone() {
    String area = oneOf(List.of("212", "312", "415", "617", "206", "303"));
    String exchange = oneOf(List.of("234", "362", "478", "643", "726", "867"));
    String line = digits(4);
    return switch (random.nextInt(8)) {
      case 0 -> "(" + area + ") " + exchange + "-" + line;
      case 1 -> area + "-" + exchange + "-" + line;
      case 2 -> "+1 " + area + " " + exchange + " " + line;
      case 3 -> "+1-" + area + "-" + exchange + "-" + line;
      case 4 -> "+44 7" + oneOf(List.of("400", "712", "845", "930")) + " " + digits(6);
      case 5 -> "+49 151 " + oneOf(List.of("1", "2", "5")) + digits(7);
      case 6 -> "+81 90-" + oneOf(List.of("1", "3", "6")) + digits(3) + "-" + digits(4);
      default ->
          "+33 6 "
              + oneOf(List.of("12", "45", "73"))
              + " "
              + digits(2)
              + " "
              + digits(2)
              + " "
              + digits(2);
    };
  }

  private String residentId() {
    String body =
        oneOf(List.of("110105", "310101", "440305", "330106", "510104", "320102", "420106"))
            + (1950 + random.nextInt(55))
            + "%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))
            + digits(3);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (body.charAt(i) - '0');
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  private String card() {
    String prefix = oneOf(List.of("622202", "621700", "4539", "4716", "5412", "5280", "3714"));
    int length = prefix.equals("3714") ? 15 : prefix.equals("621700") ? 19 : 16;
    String body = prefix + digits(length - prefix.length() - 1);
    String card = body + luhn(body);
    return length == 16 && random.nextBoolean() ? groups(card, oneOf(List.of(" ", "-"))) : card;
  }

  private static int luhn(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
    }
    return (10 - sum % 10) % 10;
  }

  private static String groups(String text, String sign) {
    return text.replaceAll("(.{4})(?!$)", "$1" + sign);
  }

  private String iban() {
    String country = oneOf(List.of("DE", "GB", "FR", "ES", "NL", "IT"));
    String body =
        switch (country) {
          case "DE" -> digits(18);
          case "GB" -> drawn(UPPER, 4) + digits(14);
          case "FR" -> digits(10) + drawn(UPPER + DIGITS, 11) + digits(2);
          case "ES" -> digits(20);
          case "NL" -> drawn(UPPER, 4) + digits(10);
          default -> drawn(UPPER, 1) + digits(10) + drawn(UPPER + DIGITS, 12);
        };
    StringBuilder number = new StringBuilder();
    (body + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
    int check = 98 - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
    String iban = country + "%02d".formatted(check) + body;
    return random.nextBoolean() ? groups(iban, " ") : iban;
  }

  private String address() {
    if (random.nextInt(4) == 0) {
      return oneOf(List.of("2001:da8:", "2408:4000:", "2a01:4f8:", "2606:2800:"))
          + drawn("123456789abcdef", 1)
          + drawn("0123456789abcdef", 2)
          + oneOf(List.of("::", "::2:", ":0:0:3:1:"))
          + (random.nextBoolean() ? "1" : drawn("123456789abcdef", 4));
    }
    return oneOf(List.of(47, 58, 101, 116, 139, 185, 202, 221))
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + (1 + random.nextInt(254));
  }

  private String chineseHome() {
    return oneOf(List.of("北京市海淀区", "上海市杨浦区", "广东省深圳市南山区", "浙江省杭州市西湖区", "四川省成都市武侯区"))
        + oneOf(List.of("中关村大街", "邯郸路", "科苑南路", "文三路", "人民南路四段"))
        + (1 + random.nextInt(900))
        + "号"
        + oneOf(List.of("%d号楼%d室", "%d栋%d单元301", "%d幢%d室"))
            .formatted(1 + random.nextInt(30), 101 + random.nextInt(900));
  }

  private String englishHome() {
    return (1 + random.nextInt(9000))
        + " "
        + oneOf(List.of("Maple", "Oak Hill", "Washington", "North Lake", "St. John's"))
        + " "
        + oneOf(List.of("Street", "Avenue", "Rd", "Lane", "Drive"))
        + oneOf(List.of("", ", Apt 4B", ", Unit 12"))
        + oneOf(List.of(", Springfield, IL 62704", ", Seattle, WA 98101", ", Boston, MA 02118"));
  }

  private String chineseName() {
    return oneOf(List.of("王", "李", "张", "刘", "陈", "杨", "赵", "周"))
        + oneOf(List.of("伟", "芳", "秀英", "晓明", "建国", "雨桐", "子轩"));
  }

  private String englishName() {
    return oneOf(List.of("Emily", "James", "Priya", "Carlos", "Hannah"))
        + " "
        + oneOf(List.of("Carter", "O'Neill", "Sharma", "Mendes", "Lindqvist"));
  }

  private String key() {
    return switch (random.nextInt(10)) {
      case 0 -> "sk-" + drawn(ALL, 48);
      case 1 -> "sk-proj-" + drawn(ALL + "_-", 60) + drawn(DIGITS, 2) + drawn(LOWER, 2);
      case 2 -> "ghp_" + drawn(ALL, 36);
      case 3 -> "AKIA" + drawn(UPPER + "234567", 16);
      case 4 -> "AIza" + drawn(ALL + "_-", 35);
      case 5 -> "xoxb-" + digits(12) + "-" + digits(12) + "-" + drawn(ALL, 24);
      case 6 -> "eyJhbGciOiJIUzI1NiJ9.eyJ" + drawn(ALL, 30) + "." + drawn(ALL + "_-", 43);
      case 7 -> "hf_" + drawn(ALL, 34);
      case 8 -> "glpat-" + drawn(ALL, 20);
      default -> "LTAI5t" + drawn(ALL, 18);
    };
  }

  /// A key without a form of its own.
  String opaqueKey() {
    return switch (random.nextInt(3)) {
      case 0 -> drawn("0123456789abcdef", 32);
      case 1 -> drawn(ALL, 40);
      default -> drawn(ALL + "+/", 43) + "=";
    };
  }

  private String pem() {
    String type =
        oneOf(List.of("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY"));
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 3 + random.nextInt(12); i++) {
      body.append(drawn(ALL + "+/", 64)).append('\n');
    }
    return "-----BEGIN "
        + type
        + "-----\n"
        + body
        + drawn(ALL, 20)
        + "==\n-----END "
        + type
        + "-----";
  }
}
