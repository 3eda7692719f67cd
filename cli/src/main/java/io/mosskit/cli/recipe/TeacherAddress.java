package io.mosskit.cli.recipe;

import io.mosskit.generator.teacher.TeacherSettings;

/// Where the teacher is found.
public sealed interface TeacherAddress {

  /// The model name of the rule-based teacher.
  String REHEARSAL = "rehearsal";

  /// The rule-based teacher that comes with the toolkit.
  ///
  /// @param seed what it answers follows from it
  record Rehearsal(long seed) implements TeacherAddress {}

  /// A server that speaks the OpenAI protocol; its key is in `OPENAI_API_KEY`.
  record Remote(TeacherSettings settings) implements TeacherAddress {}

  /// The name under which the teacher stands in records.
  default String model() {
    return switch (this) {
      case Rehearsal _ -> REHEARSAL;
      case Remote(TeacherSettings settings) -> settings.model();
    };
  }
}
