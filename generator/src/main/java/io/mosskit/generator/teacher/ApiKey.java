package io.mosskit.generator.teacher;

import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import java.util.Map;

/// The key to the teacher. It is sent and shown to nobody: it has no text of its own, and takes
/// itself out of the texts of others.
final class ApiKey {

  /// What servers on this machine get that ask for no key; the protocol wants one all the same.
  private static final String DUMMY = "none";

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /// The key in the environment; none is needed for a server on this machine.
  static ApiKey of(Map<String, String> environment, TeacherSettings settings) throws ChatException {
    String secret = environment.getOrDefault(settings.keyVariable(), "").strip();
    if (secret.isEmpty() && !settings.isLoopback()) {
      throw new ChatException(
          Kind.MISCONFIGURED,
          "%s wants a key: set the environment variable %s"
              .formatted(settings.baseUrl().getHost(), settings.keyVariable()));
    }
    return new ApiKey(secret.isEmpty() ? DUMMY : secret);
  }

  /// The key itself, for the client alone.
  String secret() {
    return secret;
  }

  /// A text without the key.
  String hiddenIn(String text) {
    return secret.equals(DUMMY) ? text : text.replace(secret, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
