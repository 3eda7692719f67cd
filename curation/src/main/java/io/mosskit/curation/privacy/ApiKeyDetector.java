package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isWord;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Keys and tokens that show by their form whose they are, and passwords in URLs.
final class ApiKeyDetector implements Detector {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 4096;
  private static final Pattern AMAZON = Pattern.compile("A[KS]IA[A-Z0-9]{16}");
  private static final Pattern STAND_IN =
      Pattern.compile("(?i)pass(?:word|wd)?|pwd|secret|\\*+|x+|密码|\\[.*]|[<{$].*");

  /// What a key begins with, and how many characters follow at least.
  private record Form(String prefix, int rest) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("sk-", 20), // OpenAI, Anthropic, DeepSeek …
          new Form("sk_live_", 16), // Stripe
          new Form("sk_test_", 16),
          new Form("rk_live_", 16),
          new Form("ghp_", 36), // GitHub
          new Form("gho_", 36),
          new Form("ghu_", 36),
          new Form("ghs_", 36),
          new Form("ghr_", 36),
          new Form("github_pat_", 40),
          new Form("glpat-", 20), // GitLab
          new Form("AKIA", 16), // Amazon
          new Form("ASIA", 16),
          new Form("LTAI", 12), // Alibaba Cloud
          new Form("AKID", 28), // Tencent Cloud
          new Form("AIza", 35), // Google
          new Form("ya29.", 20),
          new Form("xoxb-", 20), // Slack
          new Form("xoxp-", 20),
          new Form("xoxa-", 20),
          new Form("xoxr-", 20),
          new Form("xoxs-", 20),
          new Form("xapp-", 20),
          new Form("hf_", 30), // Hugging Face
          new Form("npm_", 36),
          new Form("pypi-", 40),
          new Form("SG.", 40), // SendGrid
          new Form("dop_v1_", 40), // DigitalOcean
          new Form("shpat_", 32), // Shopify
          new Form("glsa_", 32), // Grafana
          new Form("gsk_", 40), // Groq
          new Form("nvapi-", 40), // NVIDIA
          new Form("r8_", 32)); // Replicate

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int i = 0; i < text.length(); ) {
      if (!isToken(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && (isToken(text.charAt(end)) || joins(text, end))) {
        end++;
      }
      if (end - i >= SHORTEST && end - i <= LONGEST) {
        token(text, i, end, found);
      }
      i = end;
    }
    passwords(text, found);
  }

  private static boolean isToken(char c) {
    return isWord(c) || c == '-';
  }

  /// A dot inside a token, as between the parts of a JSON Web Token.
  private static boolean joins(String text, int index) {
    return text.charAt(index) == '.'
        && isToken(at(text, index - 1))
        && isToken(at(text, index + 1));
  }

  private static void token(String text, int start, int end, Consumer<Candidate> found) {
    String token = text.substring(start, end);
    if (isKey(token) || isJsonWebToken(token)) {
      found.accept(new Candidate(Kind.API_KEY, start, end, token, Randomness.isStandIn(token)));
    } else if (isTelegram(text, start, token)) {
      int from = start - 1;
      while (from > start - 11 && isDigit(at(text, from - 1))) {
        from--;
      }
      found.accept(Candidate.secret(Kind.API_KEY, from, end, text.substring(from, end)));
    }
  }

  private static boolean isKey(String token) {
    for (Form form : FORMS) {
      if (token.startsWith(form.prefix)) {
        String rest = token.substring(form.prefix.length());
        return rest.length() >= form.rest
            && (Randomness.isStandIn(rest) || Randomness.isMixed(rest) || isAmazons(token))
            && (form.rest > 20 || isAmazons(token) || Randomness.isRestless(rest));
      }
    }
    return false;
  }

  /// Capitals and digits, by chance without a digit.
  private static boolean isAmazons(String token) {
    return AMAZON.matcher(token).matches();
  }

  /// Source: RFC 7519; both parts begin with `{"` in base64.
  private static boolean isJsonWebToken(String token) {
    if (!token.startsWith("eyJ")) {
      return false;
    }
    int second = token.indexOf('.');
    int third = second < 0 ? -1 : token.indexOf('.', second + 1);
    return token.startsWith("eyJ", second + 1) && third > 0 && token.length() - third > 16;
  }

  /// `123456789:AA…`, the token of a Telegram bot.
  private static boolean isTelegram(String text, int start, String token) {
    return token.length() == 35
        && token.startsWith("AA")
        && at(text, start - 1) == ':'
        && isDigit(at(text, start - 2))
        && isDigit(at(text, start - 9));
  }

  /// `scheme://user:password@host`.
  private static void passwords(String text, Consumer<Candidate> found) {
    int scheme = text.indexOf("://");
    while (scheme >= 0) {
      int colon = partEnd(text, scheme + 3, 64, ":");
      int sign = at(text, colon) == ':' ? partEnd(text, colon + 1, 128, "") : colon;
      if (at(text, colon) == ':' && at(text, sign) == '@' && sign > colon + 1) {
        String password = text.substring(colon + 1, sign);
        boolean standIn = STAND_IN.matcher(password).matches();
        found.accept(new Candidate(Kind.API_KEY, colon + 1, sign, password, standIn));
      }
      scheme = text.indexOf("://", scheme + 3);
    }
  }

  private static int partEnd(String text, int from, int longest, String also) {
    int end = from;
    while (end < from + longest
        && "/?#@\"'`<> \t\n\r".indexOf(at(text, end)) < 0
        && also.indexOf(at(text, end)) < 0) {
      end++;
    }
    return end;
  }
}
