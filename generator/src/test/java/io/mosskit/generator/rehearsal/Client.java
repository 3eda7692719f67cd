package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A plain HTTP client of a rehearsal teacher.
final class Client implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String baseUrl;

  Client(RehearsalTeacher teacher) {
    this.baseUrl = teacher.baseUrl();
  }

  /// The body of a request for a reply to a prompt.
  static Json.Obj body(String prompt) {
    Json message = Json.object().put("role", "user").put("content", prompt).build();
    return Json.object()
        .put("model", RehearsalTeacher.MODEL)
        .put("messages", Json.of(List.of(message)))
        .build();
  }

  HttpResponse<String> complete(String prompt) throws IOException, InterruptedException {
    return complete(body(prompt).text(), "", PATIENCE);
  }

  HttpResponse<String> complete(String body, String id, Duration patience)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request("/chat/completions").timeout(patience);
    if (!id.isEmpty()) {
      request.header(RehearsalTeacher.REQUEST_HEADER, id);
    }
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  /// Sends a request and does not wait.
  CompletableFuture<HttpResponse<String>> begin(String prompt, String id) {
    HttpRequest request =
        request("/chat/completions")
            .header(RehearsalTeacher.REQUEST_HEADER, id)
            .POST(BodyPublishers.ofString(body(prompt).text()))
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(request(path).timeout(PATIENCE).method(method, body));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  static Json.Obj json(HttpResponse<String> response) {
    try {
      return (Json.Obj) Json.parse(response.body());
    } catch (JsonException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  /// What the only choice of a completion says.
  static String content(HttpResponse<String> response) {
    Json.Arr choices = (Json.Arr) json(response).get("choices");
    Json.Obj message = (Json.Obj) ((Json.Obj) choices.elements().getFirst()).get("message");
    return message.string("content");
  }

  @Override
  public void close() {
    http.close();
  }
}
