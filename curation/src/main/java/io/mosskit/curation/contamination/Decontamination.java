package io.mosskit.curation.contamination;

import io.mosskit.curation.contamination.Decontaminated.Outcome;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds a corpus of any size against evaluation sets, into a folder.
///
/// In the folder then lie `corpus.jsonl` (what stays), `rejected.jsonl` (the rest, with reasons),
/// `contamination.tsv` (every stretch that was found) and `contamination.json` (the report). All
/// are the same bytes for the same input, whatever the number of threads.
public final class Decontamination {
  private static final String CORPUS = "corpus.jsonl";
  private static final String REJECTED = "rejected.jsonl";
  private static final String TABLE = "contamination.tsv";
  private static final String REPORT = "contamination.json";
  private static final List<String> NAMES = List.of(CORPUS, REJECTED, TABLE, REPORT);
  private static final int RECORDS_A_STEP = 256;

  private final Decontaminator decontaminator;
  private final Progress progress;
  private final ContaminationTally tally;

  /// An entry with what became of it.
  private sealed interface Judged {
    record Read(Decontaminated decontaminated, Origin origin) implements Judged {}

    record Unread(Rejection rejection) implements Judged {}
  }

  private Decontamination(Decontaminator decontaminator, Progress progress) {
    this.decontaminator = decontaminator;
    this.progress = progress;
    this.tally = new ContaminationTally(decontaminator);
  }

  /// Decontaminates a corpus; the work is done in the threads that read it.
  ///
  /// @param folder made where it is absent; files of an earlier run in it are replaced
  /// @throws IOException if the output cannot be written
  /// @throws IllegalArgumentException if an input file is one of those that are written
  public static ContaminationReport run(
      Corpus corpus, Decontaminator decontaminator, Path folder, Progress progress)
      throws IOException {
    corpus.requireElsewhere(folder, NAMES);
    return new Decontamination(decontaminator, progress).run(corpus, folder);
  }

  private ContaminationReport run(Corpus corpus, Path folder) throws IOException {
    Files.createDirectories(folder);
    long bytes = corpus.bytes();
    try (RecordWriter kept = RecordWriter.create(folder.resolve(CORPUS));
        RecordWriter rejected = RecordWriter.create(folder.resolve(REJECTED));
        ContaminationTable table = ContaminationTable.create(folder.resolve(TABLE));
        Scan<Judged> scan = corpus.scan(this::judge)) {
      for (Judged judged : scan) {
        switch (judged) {
          case Judged.Unread(Rejection rejection) -> {
            tally.addUnread();
            rejected.write(rejection);
          }
          case Judged.Read(Decontaminated decontaminated, Origin origin) -> {
            String id = decontaminated.conversation().recordId();
            tally.add(id, decontaminated);
            table.write(id, decontaminated);
            if (decontaminated.outcome() == Outcome.DROPPED) {
              rejected.write(rejection(decontaminated, origin));
            } else {
              kept.write(decontaminated.conversation());
            }
          }
        }
        if (tally.records() % RECORDS_A_STEP == 0) {
          report(scan.bytesRead(), bytes);
        }
      }
      report(bytes, bytes);
      requireConservation(kept, rejected);
      kept.commit();
      rejected.commit();
      table.commit();
    }
    ContaminationReport report = tally.report();
    Files.writeString(folder.resolve(REPORT), report.json().text() + "\n");
    return report;
  }

  private Judged judge(Entry entry) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Judged.Unread(rejection);
      case Entry.Accepted(Conversation dialogue, Origin origin) ->
          new Judged.Read(decontaminator.judge(dialogue), origin);
    };
  }

  private static Rejection rejection(Decontaminated judged, Origin origin) {
    return new Rejection(
        Decontaminated.STAGE,
        Decontaminated.REASON,
        judged.detail(),
        judged.values(),
        origin,
        MossJson.json(judged.conversation()));
  }

  private void requireConservation(RecordWriter kept, RecordWriter rejected) {
    if (kept.records() != tally.kept() || rejected.records() != tally.rejected()) {
      throw new IllegalStateException(
          "records are lost: %d in, %d kept and %d rejected written"
              .formatted(tally.records(), kept.records(), rejected.records()));
    }
  }

  private void report(long done, long bytes) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", tally.records());
    counts.put("contaminated", tally.contaminated());
    progress.at(new Progress.Step("decontaminate", done, bytes, "bytes", counts));
  }
}
