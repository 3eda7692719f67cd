package io.mosskit.curation;

import io.mosskit.curation.duplicate.SketchWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes one batch. What is written before [#seal] counts for nothing.
final class BatchWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Batch batch;
  private final OutputStream lines;
  private final OutputStream notes;
  private final SketchWriter sketches;
  private int drafts;
  private int candidates;
  private long bytes;
  private @Nullable Note last;

  BatchWriter(Batch batch, CurationPlan plan) throws IOException {
    this.batch = batch;
    this.lines = create(batch.lines());
    this.notes = create(batch.notes());
    this.sketches = SketchWriter.create(batch.sketches(), plan.duplicates().banding());
  }

  private static OutputStream create(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }

  void write(Drafted drafted) throws IOException {
    Note note = drafted.note();
    lines.write(drafted.line());
    notes.write((note.json().text() + "\n").getBytes(StandardCharsets.UTF_8));
    if (drafted.sketch() != null) {
      Note.Facts facts = note.known();
      sketches.write(drafted.sketch(), facts.quality(), facts.length());
      candidates++;
    }
    drafts++;
    bytes += drafted.line().length;
    last = note;
  }

  Batch batch() {
    return batch;
  }

  int drafts() {
    return drafts;
  }

  long bytes() {
    return bytes;
  }

  /// The note of the draft written last, null before the first.
  @Nullable Note last() {
    return last;
  }

  /// Ends the batch: everything is on the disk before the seal is.
  Batch.Seal seal() throws IOException {
    close();
    for (Path file : List.of(batch.lines(), batch.notes(), batch.sketches())) {
      force(file);
    }
    Batch.Seal seal = new Batch.Seal(drafts, candidates, Objects.requireNonNull(last));
    Path part = batch.folder().resolve("seal.part");
    Files.writeString(part, seal.json().text() + "\n");
    force(part);
    Files.move(part, batch.seal(), StandardCopyOption.ATOMIC_MOVE);
    return seal;
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
    notes.close();
    sketches.close();
  }
}
