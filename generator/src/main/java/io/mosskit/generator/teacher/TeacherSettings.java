package io.mosskit.generator.teacher;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/// Which teacher, and where. The key is no setting: it comes from the environment and goes nowhere
/// else.
///
/// @param baseUrl of the endpoint, `/v1` included: `https://api.openai.com/v1`
/// @param model the name under which the endpoint knows the model
/// @param timeout the longest that one answer may take
public record TeacherSettings(URI baseUrl, String model, Duration timeout) {

  /// OpenAI's own endpoint.
  public static final URI OPENAI = URI.create("https://api.openai.com/v1");

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
  }

  /// A model at an endpoint, two minutes for an answer.
  public static TeacherSettings of(URI baseUrl, String model) {
    return new TeacherSettings(baseUrl, model, Duration.ofMinutes(2));
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
