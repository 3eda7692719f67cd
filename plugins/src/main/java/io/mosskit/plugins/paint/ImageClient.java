package io.mosskit.plugins.paint;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a service for pictures. Nothing that it says is believed: neither the length of what it
/// sends, nor that it is JSON, nor that a picture is one; and none of its words reach a failure,
/// since some services quote the key.
final class ImageClient {

  /// In bytes; what comes as JSON may be twice as long.
  static final int LARGEST_PICTURE = 1 << 24;

  private static final int OK = 200;
  private static final Set<String> REFUSALS =
      Set.of("content_policy_violation", "moderation_blocked", "content_filter", "contentFilter");

  private final ImageEndpoint endpoint;
  private final String key;
  private final HttpClient http;

  /// @param key what goes into the `Authorization` header, which is left out where it is empty
  ImageClient(ImageEndpoint endpoint, String key) {
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          "the key in " + endpoint.keyVariable() + " holds characters that no header can bear");
    }
    this.endpoint = endpoint;
    this.key = key;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(endpoint.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// The failure of a description that the service declines.
  static Refusal refused() {
    return new Refusal(Reason.REFUSED, "the service declines to paint this; describe it otherwise");
  }

  Picture paint(String description) throws Refusal {
    HttpResponse<byte[]> response = send(request(description), 2L * LARGEST_PICTURE);
    Json answer = json(response.body());
    if (response.statusCode() != OK) {
      throw isRefusal(answer) ? refused() : failed(response.statusCode());
    }
    return Picture.of(image(answer))
        .orElseThrow(() -> unusable("something that is no PNG, JPEG or WebP"));
  }

  private HttpRequest request(String description) {
    Json.Obj body =
        Json.object()
            .put("model", endpoint.model())
            .put("prompt", description)
            .put("n", 1)
            .put("size", endpoint.size())
            .build();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.generations())
            .timeout(endpoint.timeout())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.text()));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return request.build();
  }

  /// The whole answer, or a failure once it takes too long or grows too large.
  private HttpResponse<byte[]> send(HttpRequest request, long largest) throws Refusal {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
    try {
      return answer.get(endpoint.timeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw unavailable("took longer than " + endpoint.timeout().toSeconds() + " s");
    } catch (ExecutionException e) {
      throw unavailable("cannot be reached, broke off or sent too much (%s)".formatted(cause(e)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for");
    } finally {
      answer.cancel(true);
    }
  }

  private static String cause(ExecutionException e) {
    return e.getCause() == null ? "no reason" : e.getCause().getClass().getSimpleName();
  }

  private static Json json(byte[] body) {
    try {
      return Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (JsonException _) {
      return new Json.Null();
    }
  }

  private static boolean isRefusal(Json answer) {
    return answer instanceof Json.Obj object
        && object.get("error") instanceof Json.Obj error
        && Optional.ofNullable(error.string("code")).filter(REFUSALS::contains).isPresent();
  }

  /// The bytes that an answer holds, or those at the address that it names.
  private byte[] image(Json answer) throws Refusal {
    if (!(answer instanceof Json.Obj object)
        || !(object.get("data") instanceof Json.Arr(List<Json> data))
        || data.isEmpty()
        || !(data.getFirst() instanceof Json.Obj first)) {
      throw unusable("JSON without a picture");
    }
    String encoded = first.string("b64_json");
    String address = first.string("url");
    if (encoded != null) {
      return decoded(encoded);
    }
    if (address == null) {
      throw unusable("JSON without a picture");
    }
    HttpRequest fetch =
        HttpRequest.newBuilder(servable(address)).timeout(endpoint.timeout()).build();
    HttpResponse<byte[]> response = send(fetch, LARGEST_PICTURE);
    if (response.statusCode() != OK) {
      throw failed(response.statusCode());
    }
    return response.body();
  }

  private static byte[] decoded(String encoded) throws Refusal {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      if (bytes.length > LARGEST_PICTURE) {
        throw unusable("more than " + LARGEST_PICTURE + " bytes");
      }
      return bytes;
    } catch (IllegalArgumentException _) {
      throw unusable("something that is no Base64");
    }
  }

  /// An address that may be fetched, so that no answer makes this machine read what lies near it.
  private URI servable(String address) throws Refusal {
    try {
      URI uri = URI.create(address);
      if (endpoint.mayServe(uri)) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      throw unusable("an address that is none");
    }
    throw unusable("an address that is neither https nor its own");
  }

  private Refusal failed(int status) {
    return switch (status) {
      case 401, 403 ->
          unavailable(
              "answered %d: set its key in the environment variable %s"
                  .formatted(status, endpoint.keyVariable()));
      case 400, 404, 422 ->
          unavailable("answered %d: look at its address, the model and the size".formatted(status));
      default -> unavailable("answered " + status);
    };
  }

  private static Refusal unusable(String what) {
    return unavailable("sent " + what);
  }

  private static Refusal unavailable(String what) {
    return new Refusal(Reason.UNAVAILABLE, "the image service " + what);
  }
}
