package io.mosskit.schema.chat;

import java.util.List;

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

  /// What the reply must look like.
  public enum Form {
    /// Plain text.
    TEXT,
    /// One JSON object.
    JSON_OBJECT
  }
}
