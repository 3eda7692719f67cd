package io.mosskit.inference.eval;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds replies against answers.
final class Matching {
  private static final Pattern NUMBER = Pattern.compile("-?\\d++(?:,\\d{3})*+(?:\\.\\d++)?");
  private static final Pattern FENCE = Pattern.compile("```(?:json)?\\s*+");

  private Matching() {}

  static boolean isExact(String reply, List<String> answers) {
    String plain = plain(reply);
    return answers.stream().anyMatch(answer -> plain.equals(plain(answer)));
  }

  static boolean contains(String reply, List<String> answers) {
    String plain = plain(reply);
    return answers.stream().anyMatch(answer -> plain.contains(plain(answer)));
  }

  static boolean isNumber(String reply, List<String> answers) {
    Optional<BigDecimal> said = lastNumber(reply);
    return said.isPresent()
        && answers.stream()
            .flatMap(answer -> lastNumber(answer).stream())
            .anyMatch(answer -> answer.compareTo(said.get()) == 0);
  }

  static boolean isJson(String reply, List<String> answers) {
    Optional<Json> said = json(reply);
    return said.isPresent()
        && answers.stream()
            .flatMap(answer -> json(answer).stream())
            .anyMatch(answer -> same(answer, said.get()));
  }

  /// Without what hardly ever makes an answer another one: width, case, blanks, the full stop.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s++", " ")
        .replaceFirst("[.。!]$", "");
  }

  private static Optional<BigDecimal> lastNumber(String text) {
    Matcher numbers = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    Optional<BigDecimal> last = Optional.empty();
    while (numbers.find()) {
      last = Optional.of(new BigDecimal(numbers.group().replace(",", "")));
    }
    return last;
  }

  /// The whole text, else what stands between the first bracket and the last.
  private static Optional<Json> json(String text) {
    String bare = FENCE.matcher(text).replaceAll("").strip();
    Optional<Json> whole = parsed(bare);
    int open = firstOf(bare, '{', '[');
    int close = Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']'));
    return whole.isPresent() || open < 0 || close <= open
        ? whole
        : parsed(bare.substring(open, close + 1));
  }

  private static int firstOf(String text, char left, char right) {
    int a = text.indexOf(left);
    int b = text.indexOf(right);
    return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
  }

  private static Optional<Json> parsed(String text) {
    try {
      return Optional.of(Json.parse(text));
    } catch (JsonException _) {
      return Optional.empty();
    }
  }

  private static boolean same(Json left, Json right) {
    return switch (left) {
      case Json.Num number ->
          right instanceof Json.Num other && number.decimal().compareTo(other.decimal()) == 0;
      case Json.Arr(List<Json> elements) ->
          right instanceof Json.Arr(List<Json> others) && same(elements, others);
      case Json.Obj(Map<String, Json> members) ->
          right instanceof Json.Obj(Map<String, Json> others)
              && members.keySet().equals(others.keySet())
              && members.entrySet().stream()
                  .allMatch(member -> {
                    Json other = others.get(member.getKey());
                    return other != null && same(member.getValue(), other);
                  });
      case Json.Str _, Json.Bool _, Json.Null _ -> left.equals(right);
    };
  }

  private static boolean same(List<Json> left, List<Json> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
