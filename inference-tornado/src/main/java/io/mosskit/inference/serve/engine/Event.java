package io.mosskit.inference.serve.engine;

/// Something that happened to one of an asker's sequences.
public sealed interface Event {

  /// Which of them, by its index among the tasks.
  int index();

  /// It is no longer waiting.
  ///
  /// @param cachedTokens how many tokens of its prompt were known from an earlier sequence
  record Begun(int index, int cachedTokens) implements Event {}

  /// A token of the prompt was scored.
  record Read(int index, Scored token) implements Event {}

  /// A token was written.
  record Written(int index, Scored token) implements Event {}

  /// A text was embedded, which ends it.
  ///
  /// @param mean of the last hidden states, [n_embd]
  record Embedded(int index, float[] mean) implements Event {}

  /// Nothing more will be written.
  ///
  /// @param byStopToken whether a stop token ended it, and not a limit
  record Ended(int index, boolean byStopToken) implements Event {}

  /// It cannot be gone on with.
  record Failed(int index, String problem) implements Event {}
}
