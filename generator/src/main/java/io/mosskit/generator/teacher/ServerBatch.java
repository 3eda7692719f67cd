package io.mosskit.generator.teacher;

import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchError;
import com.openai.models.batches.BatchRequestCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A batch as the server tells of it.
///
/// @param id the server's name for it
/// @param ours our name for it, empty where it is not one of ours
/// @param createdAt when the server made it
/// @param status `validating`, `failed`, `in_progress`, `finalizing`, `completed`, `expired`,
///   `cancelling` or `cancelled`
/// @param done how many requests have an outcome
/// @param files where the outcomes are: those answered, those failed
/// @param errors why it failed as a whole; empty where it did not
record ServerBatch(
    String id,
    String ours,
    Instant createdAt,
    String status,
    long done,
    List<String> files,
    String errors) {

  /// The member of a batch's metadata that holds our name for it.
  static final String OURS = "mosskit_batch";

  private static final Set<String> ENDED = Set.of("completed", "failed", "expired", "cancelled");

  static ServerBatch of(Batch batch) {
    Optional<BatchRequestCounts> counts = batch.requestCounts();
    return new ServerBatch(
        batch.id(),
        batch
            .metadata()
            .map(metadata -> metadata._allProperties().get(OURS))
            .map(value -> value.convert(String.class))
            .orElse(""),
        Instant.ofEpochSecond(batch.createdAt()),
        batch._status().asKnown().map(Batch.Status::asString).orElse("unknown"),
        counts.map(count -> count.completed() + count.failed()).orElse(0L),
        List.of(batch.outputFileId(), batch.errorFileId()).stream()
            .flatMap(Optional::stream)
            .filter(file -> !file.isEmpty())
            .toList(),
        batch
            .errors()
            .flatMap(Batch.Errors::data)
            .map(errors -> errors.stream().limit(3).map(ServerBatch::words))
            .map(words -> words.collect(Collectors.joining("; ")))
            .orElse(""));
  }

  private static String words(BatchError error) {
    String line = error.line().map(number -> "line " + number + ": ").orElse("");
    return line + error.message().orElse("") + " (" + error.code().orElse("no code") + ")";
  }

  /// Whether nothing further will come.
  boolean hasEnded() {
    return ENDED.contains(status);
  }
}
