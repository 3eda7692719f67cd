package io.mosskit.generator.rehearsal;

import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The body of a request to `/v1/chat/completions`.
///
/// @param messages what was said
/// @param maxTokens the longest answer
/// @param format what the answer must look like
/// @param identity equal for equal requests: the body with its members in order, without those that
///   say nothing about the answer
record ChatCall(List<Message> messages, int maxTokens, ResponseFormat format, String identity) {

  /// Members that are about the sender, the handling and the form, not about what is asked.
  private static final Set<String> VOLATILE =
      Set.of(
          "metadata",
          "user",
          "safety_identifier",
          "prompt_cache_key",
          "service_tier",
          "store",
          "response_format");

  /// Reads a body.
  ///
  /// @param refusedFormats types of `response_format` that this server is told not to know
  /// @throws Refusal naming the parameter that is wrong, and what was expected
  static ChatCall read(String body, Set<String> refusedFormats) throws Refusal {
    Json.Obj call = parse(body);
    String model = call.string("model");
    if (model == null) {
      throw Refusal.of("model", "you must provide a model parameter");
    }
    if (!model.equals(RehearsalTeacher.MODEL)) {
      throw Refusal.noSuchModel(model);
    }
    if (call.get("stream") instanceof Json.Bool(boolean stream) && stream) {
      throw Refusal.of("stream", "this server answers whole; leave `stream` out");
    }
    if (number(call.get("n"), "n", 1) != 1) {
      throw Refusal.of("n", "this server gives one choice; leave `n` out");
    }
    int limit = number(call.get("max_tokens"), "max_tokens", Integer.MAX_VALUE);
    limit = number(call.get("max_completion_tokens"), "max_completion_tokens", limit);
    List<Message> messages = messages(call.get("messages"));
    ResponseFormat format = ResponseFormat.read(call.get("response_format"), refusedFormats);
    return new ChatCall(messages, limit, format, identity(call));
  }

  /// A body that must be a JSON object.
  static Json.Obj parse(String body) throws Refusal {
    try {
      if (Json.parse(body) instanceof Json.Obj object) {
        return object;
      }
      throw Refusal.of(null, "the request body is no JSON object");
    } catch (JsonException e) {
      throw Refusal.of(null, "the request body is no JSON: " + e.getMessage());
    }
  }

  private static int number(@Nullable Json value, String name, int absent) throws Refusal {
    if (value == null || value instanceof Json.Null) {
      return absent;
    }
    if (value instanceof Json.Num(String lexeme) && lexeme.matches("[1-9][0-9]{0,8}")) {
      return Integer.parseInt(lexeme);
    }
    throw Refusal.of(name, "`%s` is %s; expected a whole number above 0".formatted(name, value));
  }

  private static List<Message> messages(@Nullable Json value) throws Refusal {
    if (!(value instanceof Json.Arr(List<Json> elements)) || elements.isEmpty()) {
      throw Refusal.of("messages", "`messages` must be an array with at least one message");
    }
    List<Message> messages = new ArrayList<>();
    for (Json element : elements) {
      String at = "messages[" + messages.size() + "]";
      if (!(element instanceof Json.Obj message)) {
        throw Refusal.of(at, at + " is no object");
      }
      messages.add(new Message(role(message, at), content(message.get("content"), at)));
    }
    return messages;
  }

  private static Role role(Json.Obj message, String at) throws Refusal {
    String role = message.string("role");
    return switch (role == null ? "" : role) {
      case "system", "developer" -> Role.SYSTEM;
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default ->
          throw Refusal.of(at + ".role", at + ".role must be system, developer, user or assistant");
    };
  }

  /// A text, or an array of text parts.
  private static String content(@Nullable Json content, String at) throws Refusal {
    if (content instanceof Json.Str(String text)) {
      return text;
    }
    if (content instanceof Json.Arr(List<Json> parts)) {
      List<String> texts = new ArrayList<>();
      for (Json part : parts) {
        String text = part instanceof Json.Obj object ? object.string("text") : null;
        if (text == null) {
          throw Refusal.of(at + ".content", at + ".content has a part that is no text");
        }
        texts.add(text);
      }
      return String.join("\n", texts);
    }
    throw Refusal.of(at + ".content", at + ".content must be a text or an array of texts");
  }

  private static String identity(Json.Obj call) {
    Map<String, Json> telling = new TreeMap<>(call.members());
    telling.keySet().removeAll(VOLATILE);
    return sorted(Json.of(telling)).text();
  }

  /// The same value with the members of every object in alphabetical order.
  private static Json sorted(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> ordered = new TreeMap<>();
        members.forEach((name, member) -> ordered.put(name, sorted(member)));
        yield Json.of(ordered);
      }
      case Json.Arr(List<Json> elements) ->
          Json.of(elements.stream().map(ChatCall::sorted).collect(Collectors.toList()));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
