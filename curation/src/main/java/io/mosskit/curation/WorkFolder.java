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
  private static final Pattern OURS =
      Pattern.compile(
          "[0-9]{6,}\\.(lines\\.jsonl|notes\\.jsonl|sketches|seal\\.json)|[a-z.]+\\.part");

  private final Path folder;
  private final List<Batch> batches = new ArrayList<>();
  private final List<Batch.Seal> seals = new ArrayList<>();

  private WorkFolder(Path folder) {
    this.folder = folder;
  }

  /// The work of a run, as far as it was done before.
  static WorkFolder open(Path out, Corpus corpus, Json.Obj settings, String version)
      throws IOException {
    WorkFolder work = new WorkFolder(out.resolve(NAME));
    String run = description(corpus, settings, version);
    Path file = work.folder.resolve(RUN);
    if (!Files.exists(file) || !Files.readString(file).equals(run)) {
      work.delete();
      Files.createDirectories(work.folder);
      Path part = work.folder.resolve(RUN + ".part");
      Files.writeString(part, run);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    work.findSealed();
    return work;
  }

  /// What must be the same for work that was done to count: the bytes of the input as far as size
  /// and time tell, the settings, and the version of the toolkit.
  private static String description(Corpus corpus, Json.Obj settings, String version)
      throws IOException {
    List<Json> files = new ArrayList<>();
    for (Path file : corpus.files()) {
      files.add(
          Json.object()
              .put("file", file.toAbsolutePath().normalize().toString())
              .put("bytes", Files.size(file))
              .put("modified", Files.getLastModifiedTime(file).toString())
              .build());
    }
    return Json.object()
            .put("version", version)
            .put("settings", settings)
            .put("files", Json.of(files))
            .build()
            .text()
        + "\n";
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
