package io.mosskit.schema.chat;

/// Anything that answers a chat. Implementations are thread-safe.
@FunctionalInterface
public interface ChatModel {

  /// The reply to a request; blocks until it is whole.
  ///
  /// @throws ChatException where no reply could be had; it says whether asking again may help
  /// @throws InterruptedException where the waiting thread was told to stop
  ChatReply reply(ChatRequest request) throws ChatException, InterruptedException;
}
