package io.mosskit.schema.chat;

/// What a chat model answered.
///
/// @param content the text
/// @param finish why it ended
/// @param promptTokens tokens of the request as the model counts them, 0 where it does not say
/// @param completionTokens tokens of the reply likewise
/// @param model the name of the model that says it wrote this
public record ChatReply(
    String content, Finish finish, long promptTokens, long completionTokens, String model) {

  /// Why a reply ended.
  public enum Finish {
    /// The model was done.
    STOP,
    /// It reached the limit on tokens and is cut.
    LENGTH,
    /// A content filter took the rest.
    FILTERED,
    /// Any other reason, or none given.
    OTHER
  }
}
