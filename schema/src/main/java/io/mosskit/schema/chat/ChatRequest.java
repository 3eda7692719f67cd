package io.mosskit.schema.chat;

import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/// What a chat model is asked.
///
/// @param messages at least one, in the order of the conversation
/// @param sampling how the reply is drawn
/// @param form what the reply must look like
/// @param id names the request in the asker's own books, and goes along with it where the way to
///   the model has a place for it; empty where nobody keeps books. No model reads it
public record ChatRequest(List<Message> messages, Sampling sampling, Form form, String id) {

  public ChatRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request has at least one message");
    }
  }

  /// A request that nobody keeps books of.
  public ChatRequest(List<Message> messages, Sampling sampling, Form form) {
    this(messages, sampling, form, "");
  }

  /// Who speaks.
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  /// What somebody said.
  public record Message(Role role, String content) {}

  /// What the reply must look like. Its text is the same in every process, so that a journal can
  /// tell by it whether a request is the one that was asked before.
  public sealed interface Form {

    /// Plain text.
    Form TEXT = new Text();

    /// One JSON object.
    Form JSON_OBJECT = new JsonObject();

    /// One JSON object of that schema.
    static Form schema(String name, Json.Obj schema) {
      return new JsonSchema(name, schema);
    }

    /// See [#TEXT].
    record Text() implements Form {

      @Override
      public String toString() {
        return "TEXT";
      }
    }

    /// See [#JSON_OBJECT].
    record JsonObject() implements Form {

      @Override
      public String toString() {
        return "JSON_OBJECT";
      }
    }

    /// One JSON object of a schema.
    ///
    /// @param name up to 64 letters, digits, hyphens and underscores
    /// @param schema in JSON Schema. To be taken by every server, it keeps to the strict subset: in
    ///   each object all properties are required and no others allowed
    record JsonSchema(String name, Json.Obj schema) implements Form {

      private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

      public JsonSchema {
        if (!NAME.matcher(name).matches()) {
          throw new IllegalArgumentException(
              "a schema's name is up to 64 letters, digits, - and _, not \"" + name + "\"");
        }
      }

      @Override
      public String toString() {
        return "JSON_SCHEMA " + name + " " + schema.text();
      }
    }
  }
}
