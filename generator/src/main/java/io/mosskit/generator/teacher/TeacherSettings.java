package io.mosskit.generator.teacher;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which teacher, and where. The key is no setting: it comes from the environment and goes nowhere
/// else.
///
/// @param baseUrl of the endpoint, `/v1` included: `https://api.openai.com/v1`
/// @param model the name under which the endpoint knows the model
/// @param timeout the longest that one answer may take
/// @param keyVariable the name of the environment variable that holds the key
/// @param structured how it is told that an answer must be JSON
/// @param sendSeed whether requests carry a seed; some servers refuse one
public record TeacherSettings(
    URI baseUrl,
    String model,
    Duration timeout,
    String keyVariable,
    Structured structured,
    boolean sendSeed) {

  /// OpenAI's own endpoint.
  public static final URI OPENAI = URI.create("https://api.openai.com/v1");

  /// Where the key is, unless something else is said.
  public static final String KEY_VARIABLE = "OPENAI_API_KEY";

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public TeacherSettings {
    String scheme = baseUrl.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException(
          "the base URL begins with http:// or https://, not so " + baseUrl);
    }
    if (baseUrl.getHost() == null || baseUrl.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the base URL names a host and no user: " + baseUrl.getHost());
    }
    if (model.isBlank() || !timeout.isPositive()) {
      throw new IllegalArgumentException(
          "the model has a name (\"%s\"), the timeout is positive (%s)".formatted(model, timeout));
    }
    if (!VARIABLE.matcher(keyVariable).matches()) {
      // Not quoted: it may be the key itself.
      throw new IllegalArgumentException(
          "the key variable is the name of an environment variable, such as " + KEY_VARIABLE);
    }
  }

  /// A model at an endpoint, everything else as usual.
  public TeacherSettings(URI baseUrl, String model, Duration timeout) {
    this(baseUrl, model, timeout, KEY_VARIABLE, Structured.AUTO, true);
  }

  /// A model at an endpoint, two minutes for an answer.
  public static TeacherSettings of(URI baseUrl, String model) {
    return new TeacherSettings(baseUrl, model, Duration.ofMinutes(2));
  }

  public TeacherSettings withKeyVariable(String name) {
    return new TeacherSettings(baseUrl, model, timeout, name, structured, sendSeed);
  }

  public TeacherSettings withStructured(Structured level) {
    return new TeacherSettings(baseUrl, model, timeout, keyVariable, level, sendSeed);
  }

  public TeacherSettings withSendSeed(boolean send) {
    return new TeacherSettings(baseUrl, model, timeout, keyVariable, structured, send);
  }

  /// Whether the endpoint is on this machine.
  boolean isLoopback() {
    String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /// Whether the endpoint is OpenAI's own.
  boolean isOpenAi() {
    return baseUrl.getHost().equalsIgnoreCase(OPENAI.getHost());
  }
}
