package io.mosskit.benchmarks.secrets;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Texts that look as if they held secrets and hold none.
public final class HardNegatives {
  private final SplittableRandom random;
  private final Forge forge;
  private final Map<String, Supplier<String>> makers = new LinkedHashMap<>();

  public HardNegatives(long seed) {
    this.random = new SplittableRandom(seed);
    this.forge = new Forge(random);
    makers.put("products and sums", this::maths);
    makers.put(
        "decimal fractions",
        () -> "结果约为" + random.nextInt(99) + "." + forge.digits(15) + "，x = 0." + forge.digits(16));
    makers.put(
        "large numbers in text",
        () ->
            forge.oneOf(List.of("这个数是", "The number is ", "一共有"))
                + number(12 + random.nextInt(9))
                + forge.oneOf(List.of("。", " in all.", "个")));
    makers.put(
        "order numbers",
        () ->
            forge.oneOf(List.of("订单号", "order number: ", "单号：", "流水号 "))
                + number(11 + random.nextInt(9)));
    makers.put(
        "tracking numbers",
        () ->
            forge.oneOf(List.of("SF", "YT", "1Z999AA", "JD"))
                + number(12 + random.nextInt(3))
                + " 运单 "
                + number(12 + random.nextInt(8)));
    makers.put(
        "ISBN",
        () ->
            "ISBN 978-7-"
                + forge.digits(3)
                + "-"
                + forge.digits(5)
                + "-"
                + forge.digits(1)
                + ", ISBN 978"
                + forge.digits(10));
    makers.put(
        "timestamps",
        () ->
            "ts="
                + (1500000000L + random.nextInt(300000000))
                + " at 2023-0"
                + (1 + random.nextInt(9))
                + "-1"
                + random.nextInt(10)
                + "T12:"
                + (10 + random.nextInt(49))
                + ":59.123 "
                + (1500000000000L + random.nextLong(300000000000L))
                + " 20230"
                + forge.digits(1)
                + "1"
                + forge.digits(1)
                + "123456");
    makers.put("UUIDs", () -> new UUID(random.nextLong(), random.nextLong()).toString());
    makers.put(
        "hashes",
        () -> "sha1 " + hex(40) + " md5 " + hex(32) + " commit " + hex(7) + " " + hex(64));
    makers.put(
        "versions",
        () ->
            forge.oneOf(List.of("version ", "v", "Chrome/", "版本", "numpy==", "Python 升级到版本 "))
                + random.nextInt(130)
                + "."
                + random.nextInt(20)
                + "."
                + random.nextInt(9999 % 250)
                + "."
                + random.nextInt(200));
    makers.put(
        "sections and dates",
        () ->
            "见 "
                + (1 + random.nextInt(12))
                + "."
                + (1 + random.nextInt(9))
                + "."
                + (1 + random.nextInt(9))
                + "."
                + (1 + random.nextInt(9))
                + " 节，2021-03-0"
                + forge.digits(1)
                + " 至 2022.1"
                + random.nextInt(3)
                + ".0"
                + forge.digits(1)
                + "，比分 3-2，1998-2003");
    makers.put(
        "snowflake ids",
        () ->
            "status id 1"
                + number(17)
                + " uid "
                + number(10)
                + " https://weibo.com/"
                + number(10)
                + "/"
                + forge.drawn("ABCDEFGHJKMNPQRSTUVWXYZabcdefgh0123456789", 9));
    makers.put(
        "private and example addresses",
        () ->
            "ping 192.168."
                + random.nextInt(256)
                + "."
                + random.nextInt(256)
                + " and 10."
                + random.nextInt(256)
                + ".0.1, 127.0.0.1, 8.8.8.8, 203.0.113."
                + random.nextInt(256)
                + ", fe80::1, 2001:db8::"
                + hex(2)
                + ", user@example.com, 255.255.255.0");
    makers.put(
        "example numbers",
        () ->
            "Call (415) 555-0"
                + forge.digits(3)
                + " or 138-1234-5678, pay with 4242 4242 4242 4242 or 4111111111111111, hotline 400-"
                + forge.digits(3)
                + "-"
                + forge.digits(4)
                + ", 95588, 110");
    makers.put("code", this::code);
    makers.put(
        "stand-ins for keys",
        () ->
            "api_key = \"YOUR_API_KEY_HERE_12345\"; key: sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; AKIAIOSFODNN7EXAMPLE; token = \"<your-token>\"; password: \"password\"; -----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----");
    makers.put(
        "MACs, times, ratios, scopes",
        () ->
            "00:1A:2B:"
                + hex(2)
                + ":4D:"
                + hex(2)
                + " 12:30:45 std::vector<int> a::b 16:9 dead::beef @app.route @my_decorator git@github.com:org/repo.git react@18.2.0");
    makers.put(
        "public places",
        () ->
            "故宫博物院，地址：北京市东城区景山前街4号。公司地址：上海市浦东新区世纪大道"
                + (1 + random.nextInt(999))
                + "号。网站地址：https://moss.fudan.edu.cn 内存地址：0x7ffe"
                + hex(8)
                + " Email address: required. The address of a pointer is 12 bytes.");
    makers.put(
        "story characters",
        () ->
            "姓名：李"
                + forge.oneOf(List.of("白", "清照", "逍遥"))
                + "\n年龄："
                + random.nextInt(90)
                + "\nName: Sherlock Holmes\nOccupation: detective");
  }

  public Map<String, Supplier<String>> makers() {
    return makers;
  }

  private String number(int digits) {
    return (1 + random.nextInt(9)) + forge.digits(digits - 1);
  }

  private String hex(int digits) {
    return forge.drawn("0123456789abcdef", digits);
  }

  private String maths() {
    BigInteger a = new BigInteger(number(4 + random.nextInt(5)));
    BigInteger b = new BigInteger(number(4 + random.nextInt(5)));
    String sign = forge.oneOf(List.of("*", "×", " * ", "+", "-", " \\times "));
    String result =
        (sign.equals("+") ? a.add(b) : sign.equals("-") ? a.subtract(b) : a.multiply(b)).toString();
    return switch (random.nextInt(5)) {
      case 0 -> a + sign + b + "=" + result;
      case 1 -> a + sign + b + " = " + result + "，所以答案是" + result + "。";
      case 2 -> "Calculate(\"" + a + sign + b + "\") => '" + result + "'";
      case 3 -> "The result of " + a + sign + b + " is " + result + ".";
      default ->
          "计算"
              + a
              + sign
              + b
              + "得到的结果等于"
              + result
              + "元，约"
              + result.charAt(0)
              + "."
              + result.substring(1)
              + "。";
    };
  }

  private String code() {
    return forge.oneOf(
        List.of(
            "MOD = 1000000007\nMAX = 2147483647\nlong x = 9223372036854775807L;\nint[] a = {13, 14, 15};",
            "token = tokenizer.encode(text, add_special_tokens2=True)\nsecret = os.environ[\"SECRET_KEY\"]",
            "String password = request.getParameter(\"password\");\nconst accessToken = getAccessTokenFromStorage1();",
            "x = " + number(11) + "\ny = f(" + number(11) + ")\nassert x * y == " + number(16),
            "color: #1a2b3c; margin: 10.5.3; regex = /\\d{3}-\\d{4}/; $user->email = null; a@b.T",
            "df = pd.read_csv('data_20230115_123456.csv'); id="
                + number(18)
                + "; hash(0x"
                + hex(16)
                + ")"));
  }
}
