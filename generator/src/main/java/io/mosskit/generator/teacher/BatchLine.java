package io.mosskit.generator.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.core.ObjectMappers;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.chat.completions.ChatCompletion;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import java.util.Optional;

/// The lines of the files of a batch, one request or outcome each.
///
/// The outcome of a request is `{"custom_id": …, "response": {"status_code": 200, "body": …}}`, or,
/// where it was not even tried, `{"custom_id": …, "error": {"code": …, "message": …}}`.
final class BatchLine {

  private static final JsonMapper MAPPER = ObjectMappers.jsonMapper();

  private final Protocol protocol;
  private final Failures failures;

  BatchLine(Protocol protocol, Failures failures) {
    this.protocol = protocol;
    this.failures = failures;
  }

  /// The line that asks a request.
  String of(Ticket ticket) {
    Ticket.Load load = ticket.load().orElseThrow();
    ObjectNode line = MAPPER.createObjectNode();
    line.put("custom_id", ticket.key().request());
    line.put("method", "POST");
    line.put("url", "/v1/chat/completions");
    line.set("body", MAPPER.valueToTree(protocol.params(load.request(), load.level())._body()));
    return line.toString();
  }

  /// What a line says of a request.
  ///
  /// @param request its id
  record Said(String request, int status, JsonNode body) {}

  /// Reads the outer part of a line; empty where it is none of a request's.
  static Optional<Said> read(String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      JsonNode response = node.path("response");
      String request = node.path("custom_id").asText("");
      if (request.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          response.isObject()
              ? new Said(request, response.path("status_code").asInt(0), response.path("body"))
              : new Said(request, 0, node));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /// The reply in an outcome, as a chat call would have given it.
  ///
  /// @throws ChatException as a chat call would have thrown it; it passes where the request was not
  ///   tried
  ChatReply reply(Said said) throws ChatException {
    if (said.status() != 200) {
      throw failures.of(error(said), null);
    }
    try {
      return protocol.reply(MAPPER.treeToValue(said.body(), ChatCompletion.class));
    } catch (OpenAIInvalidDataException | JsonProcessingException e) {
      throw failures.brokenAnswer(String.valueOf(e.getMessage()));
    }
  }

  /// A request that was not tried counts as one that the server had no time for.
  static ServerError error(Said said) {
    JsonNode error = said.body().path("error");
    String message = error.path("message").asText(said.body().toString());
    String code = error.path("code").asText("");
    return said.status() == 0
        ? new ServerError(503, code, "", message + " (" + code + ")")
        : new ServerError(
            said.status(), code, error.path("param").asText(""), said.status() + ": " + message);
  }
}
