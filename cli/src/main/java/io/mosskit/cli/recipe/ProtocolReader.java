package io.mosskit.cli.recipe;

import io.mosskit.generator.teacher.BatchSettings;
import io.mosskit.generator.teacher.Structured;
import io.mosskit.generator.teacher.TeacherSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Reads in which words a server is spoken to, and whether one by one or in batches.
final class ProtocolReader {

  private static final int MEGABYTE = 1_000_000;

  private ProtocolReader() {}

  /// The settings with what the section says otherwise.
  ///
  /// @throws IllegalArgumentException for values that settings cannot have
  static TeacherSettings settings(Section section, TeacherSettings usual) throws RecipeException {
    String variable = section.text("key-variable").orElse(usual.keyVariable());
    Structured level =
        section
            .value(
                "structured",
                text -> Structured.valueOf(text.toUpperCase(Locale.ROOT)),
                "auto, schema, object or off")
            .orElse(usual.structured());
    boolean seed = section.flag("send-seed", usual.sendSeed());
    return usual.withKeyVariable(variable).withStructured(level).withSendSeed(seed);
  }

  /// The address, to be asked in batches where the section says so.
  ///
  /// @throws IllegalArgumentException for values that batches cannot have
  static TeacherAddress batched(Section section, TeacherAddress address) throws RecipeException {
    if (!section.flag("batch", false)) {
      return address;
    }
    BatchSettings usual = BatchSettings.DEFAULT;
    Optional<String> window = section.text("batch-window");
    double gather = section.decimal("batch-gather-seconds", seconds(usual.gather()));
    double poll = section.decimal("batch-poll-seconds", seconds(usual.longestPoll()));
    int requests = section.number("batch-max-requests", usual.maxRequests());
    int megabytes = section.number("batch-max-megabytes", (int) (usual.maxBytes() / MEGABYTE));
    return new TeacherAddress.Batched(
        address,
        usual
            .withWindow(window.orElse(usual.window()))
            .withGather(duration(gather))
            .withLongestPoll(duration(poll))
            .withLimits(requests, (long) megabytes * MEGABYTE));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
