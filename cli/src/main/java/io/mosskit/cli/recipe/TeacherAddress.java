package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.teacher.BatchSettings;
import io.mosskit.generator.teacher.TeacherSettings;

/// Where the teacher is found.
public sealed interface TeacherAddress {

  /// The model name of the rule-based teacher.
  String REHEARSAL = "rehearsal";

  /// The rule-based teacher that comes with the toolkit.
  ///
  /// @param seed what it answers follows from it
  /// @param flawShare the share of its answers that are wrong on purpose
  record Rehearsal(long seed, double flawShare) implements TeacherAddress {}

  /// A server that speaks the OpenAI protocol; its key is in the variable that the settings name.
  record Remote(TeacherSettings settings) implements TeacherAddress {}

  /// One that is asked in batches.
  record Batched(TeacherAddress address, BatchSettings settings) implements TeacherAddress {}

  /// How many requests wait at once, unless something else is said; in a batch, as many as there
  /// are.
  default int concurrency() {
    return switch (this) {
      case Rehearsal _, Remote _ -> TeacherPlan.of(model()).concurrency();
      case Batched _ -> BatchSettings.WAVE;
    };
  }

  /// The name under which the teacher stands in records.
  default String model() {
    return switch (this) {
      case Rehearsal _ -> REHEARSAL;
      case Remote(TeacherSettings settings) -> settings.model();
      case Batched(TeacherAddress address, var _) -> address.model();
    };
  }
}
