package io.mosskit.curation;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder `work` in the output folder: the batches of a run, and what they are made of. While
/// it is there, the same command goes on where it was stopped; for another input or another plan it
/// is emptied first.
final class WorkFolder {
  static final String NAME = "work";

  private static final String RUN = "run.json";
  private static final String COMPLETE = "complete.json";
  private static final Pattern OURS =
      Pattern.compile(
          "[0-9]{6,}\\.(lines\\.jsonl|notes\\.jsonl|sketches|seal\\.json)|complete\\.json|[a-z.]+\\.part|[0-9]+\\.sketches\\.part");

  private final Path folder;
  private final String description;
  private final List<Batch> batches = new ArrayList<>();
  private final List<Batch.Seal> seals = new ArrayList<>();

  private WorkFolder(Path folder, String description) {
    this.folder = folder;
    this.description = description;
  }

  /// The work of a run, as far as it was done before.
  static WorkFolder open(Path out, Corpus corpus, CurationPlan plan, String version)
      throws IOException {
    String run = description(corpus, plan, version);
    WorkFolder work = new WorkFolder(out.resolve(NAME), run);
    Path file = work.folder.resolve(RUN);
    if (!Files.exists(file) || !Files.readString(file).equals(run)) {
      work.delete();
      Files.createDirectories(work.folder);
      work.write(RUN, run);
    }
    work.findSealed();
    return work;
  }

  private void write(String name, String content) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.writeString(part, content);
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /// What must be the same for work that was done to count: the bytes of the input as far as size
  /// and time tell, what the plan says of single records, and the version of the toolkit.
  private static String description(Corpus corpus, CurationPlan plan, String version)
      throws IOException {
    List<Json> files = new ArrayList<>();
    for (Path file : corpus.files()) {
      files.add(file(file));
    }
    for (Path file : plan.tags().files()) {
      files.add(file(file));
    }
    return Json.object()
            .put("version", version)
            .put("settings", plan.identityOfRecords())
            .put("files", Json.of(files))
            .build()
            .text()
        + "\n";
  }

  private static Json file(Path file) throws IOException {
    return Json.object()
        .put("file", file.toAbsolutePath().normalize().toString())
        .put("bytes", Files.size(file))
        .put("modified", Files.getLastModifiedTime(file).toString())
        .build();
  }

  /// A name for the run: 16 hexadecimal digits of the SHA-256 of what must be the same.
  String runName() {
    return RecordId.hash(description);
  }

  /// Whether all records of the input are in the batches.
  boolean isComplete() {
    return Files.exists(folder.resolve(COMPLETE));
  }

  void complete() throws IOException {
    write(COMPLETE, "{}\n");
  }

  private void findSealed() throws IOException {
    Batch batch = next();
    for (Optional<Batch.Seal> seal = batch.sealed(); seal.isPresent(); seal = batch.sealed()) {
      add(batch, seal.get());
      batch = next();
    }
  }

  /// The batches that are there, in their order.
  List<Batch> batches() {
    return List.copyOf(batches);
  }

  /// The one that comes next.
  Batch next() {
    return new Batch(folder, batches.size());
  }

  void add(Batch batch, Batch.Seal seal) {
    batches.add(batch);
    seals.add(seal);
  }

  /// How many drafts the batches hold together.
  long drafts() {
    return seals.stream().mapToLong(Batch.Seal::drafts).sum();
  }

  /// The note of the last draft of all, null where there is none.
  @Nullable Note last() {
    return seals.isEmpty() ? null : seals.getLast().last();
  }

  /// Deletes what a run put here, and the folder if nothing else is in it.
  void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.deleteIfExists(folder.resolve(RUN)); // without it the rest counts for nothing
    boolean empty = true;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (OURS.matcher(String.valueOf(file.getFileName())).matches()) {
          Files.delete(file);
        } else {
          empty = false;
        }
      }
    }
    if (empty) {
      Files.delete(folder);
    }
  }
}
