package io.mosskit.cli;

import io.mosskit.curation.duplicate.Sketches;
import io.mosskit.curation.duplicate.Twin;
import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes what `mosskit dedup` has decided.
final class DedupOutputs {

  private static final int RECORDS_A_STEP = 1 << 12;

  private final Sketches sketches;
  private final DedupDecisions decisions;
  private final double threshold;
  private long exact;

  DedupOutputs(Sketches sketches, DedupDecisions decisions, double threshold) {
    this.sketches = sketches;
    this.decisions = decisions;
    this.threshold = threshold;
  }

  /// A row for each record that is dropped, in the order of the input: the id that stays, its own,
  /// the similarity, and `exact` where the texts are the same.
  void writeClusters(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try (BufferedWriter out = Files.newBufferedWriter(part)) {
      out.write("kept\tdropped\tscore\tkind\n");
      for (int record = 0; record < sketches.size(); record++) {
        Optional<Twin> twin = decisions.twinOf(record);
        if (twin.isPresent()) {
          exact += twin.get().sameText() ? 1 : 0;
          out.write(row(record, twin.get()));
        }
      }
    }
    Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String row(int record, Twin twin) {
    return String.join(
            "\t",
            cell(sketches.id(twin.record())),
            cell(sketches.id(record)),
            Double.toString(Decimals.rounded(twin.score())),
            twin.sameText() ? "exact" : decisions.kind())
        + "\n";
  }

  /// A text as between the quotes of a JSON string: without tabs and line breaks.
  static String cell(String text) {
    String quoted = Json.of(text).text();
    return quoted.substring(1, quoted.length() - 1);
  }

  /// Reads the records once more and writes those that stay, as they were read, and the others as
  /// rejections.
  ///
  /// @throws CommandFailure if they are not the records that were sketched
  void writeRecords(
      DedupInput input, @Nullable Path kept, @Nullable Path dropped, Progress progress)
      throws IOException, CommandFailure {
    long bytes = input.corpus().bytes();
    int record = 0;
    try (RecordWriter keep = kept == null ? null : RecordWriter.create(kept);
        RecordWriter drop = dropped == null ? null : RecordWriter.create(dropped);
        Scan<DedupRecord> scan = input.scan(Function.identity())) {
      for (DedupRecord found : scan) {
        if (found instanceof DedupRecord.Unreadable) {
          continue;
        }
        requireSame(record < sketches.size());
        Optional<Twin> twin = decisions.twinOf(record);
        if (twin.isEmpty() && keep != null) {
          found.writeTo(keep);
        } else if (twin.isPresent() && drop != null) {
          drop.write(rejection(found, twin.get()));
        }
        if (++record % RECORDS_A_STEP == 0) {
          progress.at(new Progress.Step("write", scan.bytesRead(), bytes, "bytes", Map.of()));
        }
      }
      requireSame(record == sketches.size());
      if (keep != null) {
        keep.commit();
      }
      if (drop != null) {
        drop.commit();
      }
    }
  }

  private void requireSame(boolean same) throws CommandFailure {
    if (!same) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the files hold other records than the %,d whose signatures were taken; name the same files in the same order"
              .formatted(sketches.size()));
    }
  }

  private io.mosskit.schema.io.Rejection rejection(DedupRecord record, Twin twin) {
    String head = sketches.id(twin.record());
    return record.dropped(
        twin.sameText() ? "exact_duplicate" : decisions.kind() + "_duplicate",
        String.format(
            Locale.ROOT, "it has a similarity of %.3f to %s, which is kept", twin.score(), head),
        Json.object()
            .put("kept", head)
            .put("score", Decimals.rounded(twin.score()))
            .put("threshold", threshold)
            .build());
  }

  /// How many of the dropped records have the text of the one that stays.
  long exact() {
    return exact;
  }
}
