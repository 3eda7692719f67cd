package io.mosskit.inference.chat;

import io.mosskit.plugins.Round;

/// Watches a reply being written. Texts come in pieces of whole characters.
public interface ChatListener {

  /// A piece of the reply.
  void reply(String piece);

  /// A piece of the inner thoughts and commands before it.
  default void thoughts(String piece) {}

  /// The calls that the model made have been executed.
  default void executed(Round round) {}

  /// The commands that the model wrote cannot be executed, and none was.
  ///
  /// @param problem what does not fit, in one sentence
  default void refused(String problem) {}

  /// Asked after each token: whether to go on.
  default boolean goesOn() {
    return true;
  }
}
