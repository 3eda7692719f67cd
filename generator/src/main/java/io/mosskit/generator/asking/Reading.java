package io.mosskit.generator.asking;

import io.mosskit.schema.chat.ChatReply;

/// Takes from an answer what was asked for, or says what is wrong with it.
@FunctionalInterface
public interface Reading<T> {

  Read<T> of(ChatReply reply);

  /// What was found in an answer.
  sealed interface Read<T> {}

  /// What was asked for.
  record Usable<T>(T value) implements Read<T> {}

  /// Nothing that can be used.
  ///
  /// @param fault its name in snake case: `empty`, `broken_answer`
  /// @param detail what exactly was found, empty where the name says it all
  record Faulty<T>(String fault, String detail) implements Read<T> {}
}
