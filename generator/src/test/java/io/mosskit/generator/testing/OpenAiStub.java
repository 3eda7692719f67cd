package io.mosskit.generator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/// Puts a chat model behind the OpenAI protocol, on a free port of the loopback address. It is
/// rude: each reply and each error quotes the key that it got.
public final class OpenAiStub implements AutoCloseable {

  private final ChatModel model;
  private final HttpServer server;

  public OpenAiStub(ChatModel model) throws IOException {
    this.model = model;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String key = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
      String id = exchange.getRequestHeaders().getFirst("X-Mosskit-Request");
      answer(exchange, (Json.Obj) Json.parse(text), id, key);
    } catch (JsonException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void answer(HttpExchange exchange, Json.Obj request, String id, String key)
      throws IOException, InterruptedException {
    try {
      send(exchange, 200, completion(model.reply(request(request, id)), key));
    } catch (ChatException e) {
      Json.Obj error = Json.object().put("message", e.getMessage() + " " + key).build();
      int status = e.kind() == ChatException.Kind.MISCONFIGURED ? 401 : 503;
      send(exchange, status, Json.object().put("error", error).build());
    }
  }

  private static ChatRequest request(Json.Obj json, String id) {
    List<Message> messages = new ArrayList<>();
    for (Json element : ((Json.Arr) json.get("messages")).elements()) {
      Json.Obj message = (Json.Obj) element;
      Role role = Role.valueOf(message.string("role").toUpperCase(Locale.ROOT));
      messages.add(new Message(role, message.string("content")));
    }
    long seed = ((Json.Num) json.get("seed")).decimal().longValueExact();
    Form form = json.get("response_format") == null ? Form.TEXT : Form.JSON_OBJECT;
    return new ChatRequest(messages, new Sampling(1, 1, 1, seed), form, id);
  }

  private static Json completion(ChatReply reply, String key) {
    Json.Obj message =
        Json.object()
            .put("role", "assistant")
            .put("content", reply.content())
            .put("reasoning_content", key)
            .build();
    Json.Obj choice =
        Json.object()
            .put("index", 0)
            .put("message", message)
            .put("finish_reason", reply.finish().name().toLowerCase(Locale.ROOT))
            .build();
    return Json.object()
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion")
        .put("created", 1)
        .put("model", reply.model())
        .put("choices", Json.of(List.of(choice)))
        .put(
            "usage",
            Json.object()
                .put("prompt_tokens", reply.promptTokens())
                .put("completion_tokens", reply.completionTokens())
                .put("total_tokens", reply.promptTokens() + reply.completionTokens())
                .build())
        .build();
  }

  private static void send(HttpExchange exchange, int status, Json body) throws IOException {
    byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
