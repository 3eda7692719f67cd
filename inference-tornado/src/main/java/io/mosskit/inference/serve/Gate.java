package io.mosskit.inference.serve;

import com.sun.net.httpserver.Headers;
import io.mosskit.inference.serve.api.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets in who may ask: with a token, who bears it; without one, programs of this machine, but no
/// page in a browser, which could otherwise be any page of the web.
record Gate(Optional<String> token) {

  private static final String SCHEME = "Bearer ";

  void check(Headers headers) throws Refusal {
    if (token.isEmpty()) {
      if (headers.getFirst("Origin") != null) {
        throw Refusal.foreignOrigin();
      }
      return;
    }
    @Nullable String sent = headers.getFirst("Authorization");
    if (sent == null
        || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || !isEqual(sent.substring(SCHEME.length()).strip(), token.get())) {
      throw Refusal.unauthorized();
    }
  }

  /// In a time that does not tell how much of it is right.
  private static boolean isEqual(String sent, String wanted) {
    return MessageDigest.isEqual(
        sent.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  /// Without the token.
  @Override
  public String toString() {
    return "Gate";
  }
}
