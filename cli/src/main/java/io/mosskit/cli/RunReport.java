package io.mosskit.cli;

import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.generator.store.RunState;
import io.mosskit.generator.store.RunView;
import io.mosskit.generator.store.Tally;
import io.mosskit.generator.store.Usage;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be said of a run in a line.
///
/// @param dialogues what became of those that the last start has come to
/// @param openings how many dialogues the last start has
record RunReport(
    Path folder,
    RunState state,
    long starts,
    Optional<Instant> began,
    Optional<Instant> lastActivity,
    Usage usage,
    List<Tally> stages,
    Map<Outcome, Long> dialogues,
    long openings) {

  static RunReport of(Path folder, RunView run) throws IOException {
    return new RunReport(
        folder,
        run.state(),
        run.starts(),
        run.began(),
        run.lastActivity(),
        run.usage(),
        run.stages(),
        run.dialogues(),
        run.openings());
  }

  long failed() {
    return stages.stream().mapToLong(Tally::failed).sum();
  }

  long refused() {
    return stages.stream().mapToLong(Tally::refused).sum();
  }

  long dialogues(Outcome outcome) {
    return dialogues.getOrDefault(outcome, 0L);
  }

  /// How many dialogues the last start has not come to.
  long open() {
    return openings - dialogues.values().stream().mapToLong(Long::longValue).sum();
  }

  /// A moment for people: to the second.
  static String moment(Optional<Instant> instant) {
    return instant.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("never");
  }

  Json.Obj json() {
    return Json.object()
        .put("folder", folder.toString())
        .put("state", state.label())
        .put("starts", starts)
        .put("began_at", began.map(Instant::toString).orElse(null))
        .put("last_activity", lastActivity.map(Instant::toString).orElse(null))
        .put("requests", usage.requests())
        .put("answered", usage.answered())
        .put("failed", failed())
        .put("refused", refused())
        .put("attempts", usage.attempts())
        .put("prompt_tokens", usage.promptTokens())
        .put("completion_tokens", usage.completionTokens())
        .put(
            "dialogues",
            Json.object()
                .put("written", dialogues(Outcome.WRITTEN))
                .put("rejected", dialogues(Outcome.REJECTED))
                .put("pending", dialogues(Outcome.PENDING))
                .put("open", open())
                .build())
        .build();
  }
}
