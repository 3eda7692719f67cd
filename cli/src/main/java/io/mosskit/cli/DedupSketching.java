package io.mosskit.cli;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.SketchFileWriter;
import io.mosskit.curation.duplicate.SketchedText;
import io.mosskit.curation.text.UnitHashes;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.TextEntry;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The first pass of `mosskit dedup`: every record is read once, and what is compared of it goes
/// into a file of signatures.
final class DedupSketching {

  private static final int RECORDS_A_STEP = 1 << 12;

  private final DedupInput input;
  private final Map<Path, Integer> sources = new HashMap<>();
  private long records;
  private long unreadable;

  DedupSketching(DedupInput input) {
    this.input = input;
    input.corpus().files().forEach(file -> sources.putIfAbsent(file, sources.size()));
  }

  /// What a reading thread makes of a record.
  private sealed interface Sketched {

    record Text(SketchedText text) implements Sketched {}

    record Unreadable(Rejection rejection) implements Sketched {}
  }

  /// @param signatures the file to write
  /// @param rejects where records without a text go; absent afterwards if there are none
  void run(Path signatures, Path rejects, Progress progress) throws IOException {
    long bytes = input.corpus().bytes();
    Files.deleteIfExists(rejects);
    try (SketchFileWriter out = SketchFileWriter.create(signatures);
        RecordWriter rejected = RecordWriter.create(rejects);
        Scan<Sketched> scan = input.scan(this::sketched)) {
      for (Sketched sketched : scan) {
        switch (sketched) {
          case Sketched.Text(SketchedText text) -> out.add(text);
          case Sketched.Unreadable(Rejection rejection) -> {
            rejected.write(rejection);
            unreadable++;
          }
        }
        if (++records % RECORDS_A_STEP == 0) {
          progress.at(step(scan.bytesRead(), bytes));
        }
      }
      progress.at(step(bytes, bytes));
      out.commit(input.corpus().files().stream().distinct().map(Path::toString).toList());
      if (unreadable > 0) {
        rejected.commit();
      }
    }
  }

  private Progress.Step step(long read, long bytes) {
    return new Progress.Step("read", read, bytes, "bytes", Map.of("records", records));
  }

  private Sketched sketched(DedupRecord record) {
    return switch (record) {
      case DedupRecord.Text(TextEntry.Found found) ->
          new Sketched.Text(
              new SketchedText(
                  found.id(),
                  sources.getOrDefault(found.origin().file(), 0),
                  found.score(),
                  found.text().length(),
                  Shingles.of(UnitHashes.of(found.text()))));
      case DedupRecord.Dialogue dialogue ->
          new Sketched.Text(
              new SketchedText(
                  dialogue.id(),
                  sources.getOrDefault(dialogue.origin().file(), 0),
                  Double.NEGATIVE_INFINITY,
                  dialogue.key().text(dialogue.conversation()).length(),
                  Shingles.of(dialogue.key().units(dialogue.conversation()))));
      case DedupRecord.Unreadable(Rejection rejection) -> new Sketched.Unreadable(rejection);
    };
  }

  /// Records read, with those that have no text.
  long records() {
    return records;
  }

  /// Records without a text, or that cannot be read.
  long unreadable() {
    return unreadable;
  }

  /// The names of the files, for a message.
  List<Path> files() {
    return input.corpus().files();
  }
}
