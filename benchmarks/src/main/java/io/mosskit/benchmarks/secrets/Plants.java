package io.mosskit.benchmarks.secrets;

import io.mosskit.curation.privacy.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Secrets in their surroundings.
public final class Plants {

  /// A text with a secret in it.
  ///
  /// @param setting how the secret stands there
  /// @param start of the secret in the text
  /// @param end after it
  public record Plant(Kind kind, String setting, String text, int start, int end) {}

  /// The settings, by name; `%s` is the secret, the first word of each pair Chinese.
  private static final Map<Kind, List<String>> CUES =
      Map.of(
          Kind.EMAIL, List.of("邮箱", "e-mail"),
          Kind.PHONE, List.of("电话", "phone"),
          Kind.RESIDENT_ID, List.of("身份证号", "ID number"),
          Kind.BANK_CARD, List.of("银行卡号", "card number"),
          Kind.IBAN, List.of("国际账号", "IBAN"),
          Kind.IP_ADDRESS, List.of("服务器", "server"),
          Kind.ADDRESS, List.of("家庭住址", "Home address"),
          Kind.NAME, List.of("姓名", "Name"),
          Kind.API_KEY, List.of("密钥", "api_key"),
          Kind.PRIVATE_KEY, List.of("私钥", "private key"));

  private static final List<String> ZH_RUNNING =
      List.of("你好，我的%1$s是%2$s，请帮我写一封信。", "如果有问题就用%2$s联系我吧，谢谢你的帮助！", "麻烦记一下%2$s这个，明天我还要用。");
  private static final List<String> EN_RUNNING =
      List.of(
          "Hi, my %1$s is %2$s and I would like help with a letter.",
          "If anything is wrong you can use %2$s, I will answer in the evening.",
          "Please note %2$s before we go on. It is 3.5 times as much as in 2021.");

  private final RandomGenerator random;
  private final Forge forge;

  public Plants(long seed) {
    this.random = new SplittableRandom(seed);
    this.forge = new Forge(random);
  }

  /// So many texts of each kind in each setting.
  public List<Plant> all(int each) {
    List<Plant> plants = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < each; i++) {
        plants.addAll(of(kind));
      }
    }
    return plants;
  }

  private List<Plant> of(Kind kind) {
    return switch (kind) {
      case PRIVATE_KEY, API_KEY -> machine(kind);
      case ADDRESS -> List.of(keyed(kind, true), keyed(kind, false), english(), chinese());
      case NAME -> List.of(form(true), form(false));
      case EMAIL, RESIDENT_ID, BANK_CARD, IBAN, PHONE, IP_ADDRESS ->
          List.of(
              running(kind, true),
              running(kind, false),
              keyed(kind, true),
              keyed(kind, false),
              code(kind),
              tight(kind),
              wide(kind));
    };
  }

  private List<Plant> machine(Kind kind) {
    List<Plant> plants =
        new ArrayList<>(
            List.of(
                running(kind, true),
                running(kind, false),
                keyed(kind, true),
                keyed(kind, false),
                code(kind),
                tight(kind)));
    if (kind == Kind.API_KEY) {
      String name = forge.oneOf(List.of("api_key", "SECRET_KEY", "client_secret", "access_token"));
      String quote = forge.oneOf(List.of("\"", "'"));
      plants.add(
          plant(
              kind, "opaque, in code", name + " = " + quote, forge.opaqueKey(), quote + "\nrun()"));
      plants.add(plant(kind, "opaque, keyed", "我的密钥：", forge.opaqueKey(), "，请不要外传"));
    }
    return plants;
  }

  private Plant running(Kind kind, boolean chinese) {
    String frame = forge.oneOf(chinese ? ZH_RUNNING : EN_RUNNING);
    String cue = CUES.getOrDefault(kind, List.of()).get(chinese ? 0 : 1);
    String text = frame.replace("%1$s", cue);
    int at = text.indexOf("%2$s");
    return plant(
        kind,
        chinese ? "zh text" : "en text",
        text.substring(0, at),
        forge.make(kind, chinese),
        text.substring(at + 4));
  }

  private Plant keyed(Kind kind, boolean chinese) {
    String cue = CUES.getOrDefault(kind, List.of()).get(chinese ? 0 : 1);
    return plant(
        kind,
        chinese ? "zh keyed" : "en keyed",
        chinese ? "以下是我的资料\n" + cue + "：" : "My data:\n" + cue + ": ",
        forge.make(kind, chinese),
        chinese ? "\n请帮我整理成表格" : "\nPlease make a table of it.");
  }

  private Plant code(Kind kind) {
    String cue = CUES.getOrDefault(kind, List.of()).get(1).replace(' ', '_');
    return switch (random.nextInt(3)) {
      case 0 ->
          plant(
              kind,
              "code",
              "```python\nuser = {\"" + cue + "\": \"",
              forge.make(kind, random.nextBoolean()),
              "\"}\nprint(user)\n```");
      case 1 ->
          plant(
              kind,
              "code",
              "```js\nconst x = '",
              forge.make(kind, random.nextBoolean()),
              "';\nsend(x);\n```");
      default ->
          plant(
              kind,
              "code",
              "INSERT INTO t VALUES (17, '",
              forge.make(kind, random.nextBoolean()),
              "', 'x');");
    };
  }

  /// Between Chinese characters, with no word that says what it is.
  private Plant tight(Kind kind) {
    return plant(kind, "between Han", "就写", forge.make(kind, true), "行了");
  }

  private Plant wide(Kind kind) {
    String cue = CUES.getOrDefault(kind, List.of()).get(0);
    StringBuilder secret = new StringBuilder();
    for (char c : forge.make(kind, true).toCharArray()) {
      secret.append(c > ' ' && c < 127 ? (char) (c + 0xFEE0) : c);
    }
    return plant(kind, "full width", "我的" + cue + "是", secret.toString(), "。");
  }

  private Plant english() {
    return plant(
        Kind.ADDRESS,
        "en text",
        "I live at ",
        forge.make(Kind.ADDRESS, false),
        ". How do I get to the zoo?");
  }

  private Plant chinese() {
    return plant(Kind.ADDRESS, "zh text", "我住在", forge.make(Kind.ADDRESS, true), "，怎么去动物园？");
  }

  private Plant form(boolean chinese) {
    return chinese
        ? plant(
            Kind.NAME,
            "zh form",
            "姓名：",
            forge.make(Kind.NAME, true),
            "\n电话：" + forge.make(Kind.PHONE, true))
        : plant(
            Kind.NAME,
            "en form",
            "Name: ",
            forge.make(Kind.NAME, false),
            "\nE-mail: " + forge.make(Kind.EMAIL, false));
  }

  private static Plant plant(
      Kind kind, String setting, String before, String secret, String after) {
    int start = before.length();
    return new Plant(kind, setting, before + secret + after, start, start + secret.length());
  }
}
