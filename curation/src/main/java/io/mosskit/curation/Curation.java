package io.mosskit.curation;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Curates a corpus of any size into a folder.
///
/// In the folder then lie `corpus.jsonl` (what is kept), `rejected.jsonl` (the rest, with reasons),
/// `clusters.tsv` (for each duplicate the kept id, its own id, the key and the score) and
/// `stats.json` (the summary). All but the last are the same bytes for the same input and plan,
/// whatever the number of threads, and whether the run was stopped in between or not.
///
/// Two passes: the first reads the corpus, does what can be done with each record alone and puts
/// the drafts by in batches in the folder's `work`; the second decides which of two duplicates
/// stays and writes the files. A run that was killed goes on after the last whole batch. Memory
/// grows with the number of records, not with their length.
public final class Curation {
  private static final int RECORDS_A_STEP = 256;

  private final Corpus corpus;
  private final CurationPlan plan;
  private final Path folder;
  private final Progress progress;
  private final InstantSource clock;
  private final BatchSize batchSize;
  private final Map<Path, Integer> fileNumbers = new HashMap<>();

  private Curation(
      Corpus corpus,
      CurationPlan plan,
      Path folder,
      Progress progress,
      InstantSource clock,
      BatchSize batchSize) {
    this.corpus = corpus;
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.clock = clock;
    this.batchSize = batchSize;
    for (Path file : corpus.files()) {
      if (fileNumbers.put(file, fileNumbers.size()) != null) {
        throw new IllegalArgumentException("the input " + file + " is named twice");
      }
    }
  }

  /// When a batch is full.
  record BatchSize(int drafts, long bytes) {

    static BatchSize standard() {
      return new BatchSize(50_000, 64 << 20);
    }

    boolean isReached(BatchWriter writer) {
      return writer.drafts() >= drafts || writer.bytes() >= bytes;
    }
  }

  /// Curates a corpus, or goes on with it where the folder holds the work of a run of the same
  /// input and plan that was stopped.
  ///
  /// @param outFolder made where it is absent; files of an earlier run in it are replaced
  /// @throws IOException if the output cannot be written
  /// @throws IllegalArgumentException if an input file is one of those that are written, or is
  ///   named twice
  /// @throws IllegalStateException if the records written are not as many as the records read,
  ///   which is a bug
  public static CurationSummary run(
      Corpus corpus, CurationPlan plan, Path outFolder, Progress progress) throws IOException {
    return run(corpus, plan, outFolder, progress, InstantSource.system(), BatchSize.standard());
  }

  static CurationSummary run(
      Corpus corpus,
      CurationPlan plan,
      Path outFolder,
      Progress progress,
      InstantSource clock,
      BatchSize batchSize)
      throws IOException {
    return new Curation(corpus, plan, outFolder, progress, clock, batchSize).run();
  }

  private CurationSummary run() throws IOException {
    requireInputElsewhere();
    long start = clock.millis();
    try (OutputFolder out = new OutputFolder(folder)) {
      WorkFolder work = WorkFolder.open(folder, corpus, plan.settings(), version());
      draft(work);
      Tally tally = settle(work, out);
      requireConservation(tally, out);
      CurationSummary summary =
          tally.summary(plan, version(), Duration.ofMillis(clock.millis() - start));
      out.commit(summary.json());
      work.delete();
      return summary;
    }
  }

  private void requireInputElsewhere() {
    for (Path file : corpus.files()) {
      for (String name : OutputFolder.NAMES) {
        if (file.toAbsolutePath().normalize().equals(written(name))) {
          throw new IllegalArgumentException(
              "the input %s would be overwritten; choose another output folder".formatted(file));
        }
      }
    }
  }

  private Path written(String name) {
    return folder.resolve(name).toAbsolutePath().normalize();
  }

  /// The first pass, from where it was left.
  private void draft(WorkFolder work) throws IOException {
    Note last = work.last();
    int first = last == null ? 0 : last.file();
    Corpus rest = corpus.from(first);
    long skipped = corpus.bytes() - rest.bytes();
    long records = work.drafts();
    try (Stages stages = Stages.of(plan);
        Scan<Optional<Drafted>> scan = rest.scan(entry -> drafted(stages, entry, last))) {
      BatchWriter writer = new BatchWriter(work.next(), plan);
      try {
        for (Optional<Drafted> next : scan) {
          if (next.isEmpty()) {
            continue;
          }
          if (batchSize.isReached(writer) && !standsWith(writer.last(), next.get().note())) {
            work.add(writer.batch(), writer.seal());
            writer = new BatchWriter(work.next(), plan);
          }
          writer.write(next.get());
          if (++records % RECORDS_A_STEP == 0) {
            report("read", skipped + scan.bytesRead(), Map.of("records", records));
          }
        }
        if (writer.drafts() > 0) {
          work.add(writer.batch(), writer.seal());
        }
      } finally {
        writer.close();
      }
    }
    report("read", corpus.bytes(), Map.of("records", records));
  }

  /// The draft of an entry, empty where a batch already holds it.
  private Optional<Drafted> drafted(Stages stages, Entry entry, @Nullable Note last) {
    Origin origin =
        switch (entry) {
          case Entry.Accepted(var _, Origin place) -> place;
          case Entry.Rejected(Rejection rejection) -> Objects.requireNonNull(rejection.origin());
        };
    int file = Objects.requireNonNull(fileNumbers.get(origin.file()));
    return last != null && file == last.file() && origin.offset() <= last.offset()
        ? Optional.empty()
        : Optional.of(stages.drafted(entry, file));
  }

  private static boolean standsWith(@Nullable Note last, Note next) {
    return last != null && last.file() == next.file() && last.offset() == next.offset();
  }

  /// The second pass.
  private Tally settle(WorkFolder work, OutputFolder out) throws IOException {
    List<Batch> batches = work.batches();
    Decisions decisions = Decisions.of(batches, plan.duplicates());
    Tally tally = new Tally(corpus.files());
    Settlement settlement =
        new Settlement(decisions, new Duplication(plan.duplicates(), corpus.files()), out, tally);
    for (Batch batch : batches) {
      batch.forEachDraft((note, line) -> {
        settlement.settle(note, line);
        if (tally.in() % (8 * RECORDS_A_STEP) == 0) {
          report(tally, work.drafts());
        }
      });
    }
    report(tally, work.drafts());
    return tally;
  }

  private void report(String what, long done, Map<String, Long> counts) throws IOException {
    progress.at(new Progress.Step(what, done, corpus.bytes(), "bytes", counts));
  }

  private void report(Tally tally, long all) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("kept", tally.kept());
    counts.put("rejected", tally.rejected());
    progress.at(new Progress.Step("write", tally.in(), all, "records", counts));
  }

  private static void requireConservation(Tally tally, OutputFolder out) {
    if (tally.in() != out.kept() + out.rejected()
        || out.kept() != tally.kept()
        || out.rejected() != tally.rejected()) {
      throw new IllegalStateException(
          "records are lost: %d in, %d kept, %d rejected, and %d + %d written"
              .formatted(tally.in(), tally.kept(), tally.rejected(), out.kept(), out.rejected()));
    }
  }

  private static String version() throws IOException {
    try (InputStream in = Curation.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IOException("version.txt is missing from the jar of mosskit-curation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
