package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch of requests. Not thread-safe.
final class Batch {

  private static final Duration WINDOW = Duration.ofDays(1);

  private final String id;
  private final String inputFile;
  private final String window;
  private final Json metadata;
  private final Instant createdAt;
  private String status = "in_progress";
  private List<String> lines = List.of();
  private List<Json> errors = List.of();
  private int total;
  private int completed;
  private int failed;
  private @Nullable String outputFile;
  private @Nullable String errorFile;
  private @Nullable Instant endedAt;

  Batch(String id, String inputFile, String window, Json metadata, Instant createdAt) {
    this.id = id;
    this.inputFile = inputFile;
    this.window = window;
    this.metadata = metadata;
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  Instant createdAt() {
    return createdAt;
  }

  String status() {
    return status;
  }

  boolean isUnderWay() {
    return status.equals("in_progress");
  }

  /// The requests; none any more when it has ended.
  List<String> lines() {
    return lines;
  }

  void accept(List<String> requests) {
    lines = requests;
    total = requests.size();
  }

  /// @param done how many requests are, while it is under way
  void progress(int done) {
    completed = done;
  }

  void refuse(List<Json> why) {
    status = "failed";
    errors = why;
    endedAt = createdAt;
  }

  /// @param how `completed`, `expired` or `cancelled`
  void end(String how, BatchWork.Done done, Instant at, FileShelf files) {
    status = how;
    endedAt = at;
    lines = List.of();
    completed = done.answered().size();
    failed = done.failed().size();
    outputFile = file(files, "output", done.answered());
    errorFile = file(files, "error", done.failed());
  }

  private @Nullable String file(FileShelf files, String kind, List<String> outcomes) {
    return outcomes.isEmpty()
        ? null
        : files.put("batch_output", id + "_" + kind + ".jsonl", String.join("\n", outcomes) + "\n");
  }

  Json.Obj json() {
    return Json.object()
        .put("id", id)
        .put("object", "batch")
        .put("endpoint", BatchWork.ENDPOINT)
        .put("errors", errors.isEmpty() ? new Json.Null() : list(errors))
        .put("input_file_id", inputFile)
        .put("completion_window", window)
        .put("status", status)
        .put("output_file_id", text(outputFile))
        .put("error_file_id", text(errorFile))
        .put("created_at", createdAt.getEpochSecond())
        .put("in_progress_at", errors.isEmpty() ? time(createdAt) : new Json.Null())
        .put("expires_at", createdAt.plus(WINDOW).getEpochSecond())
        .put("completed_at", endedAs("completed"))
        .put("failed_at", endedAs("failed"))
        .put("expired_at", endedAs("expired"))
        .put("cancelled_at", endedAs("cancelled"))
        .put(
            "request_counts",
            Json.object()
                .put("total", total)
                .put("completed", completed)
                .put("failed", failed)
                .build())
        .put("metadata", metadata)
        .build();
  }

  private static Json list(List<Json> elements) {
    return Json.object().put("object", "list").put("data", Json.of(elements)).build();
  }

  private static Json text(@Nullable String value) {
    return value == null ? new Json.Null() : Json.of(value);
  }

  private static Json time(@Nullable Instant at) {
    return at == null ? new Json.Null() : Json.of(at.getEpochSecond());
  }

  private Json endedAs(String how) {
    return status.equals(how) ? time(endedAt) : new Json.Null();
  }
}
