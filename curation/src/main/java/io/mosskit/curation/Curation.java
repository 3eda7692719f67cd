package io.mosskit.curation;

import io.mosskit.curation.duplicate.Sketches;
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
  private InstantSource clock = InstantSource.system();
  private BatchSize batchSize = BatchSize.standard();
  private boolean keepsWork;
  private final Map<Path, Integer> fileNumbers = new HashMap<>();

  private Curation(Corpus corpus, CurationPlan plan, Path folder, Progress progress) {
    this.corpus = corpus;
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
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
  /// @throws IOException if the output cannot be written, or another run writes into the folder
  /// @throws SwallowedException if one cluster of duplicates takes up more of a file than the plan
  ///   allows
  /// @throws IllegalArgumentException if an input file is one of those that are written, or is
  ///   named twice, or the index of the plan holds this very input by another threshold
  /// @throws IllegalStateException if the records written are not as many as the records read,
  ///   which is a bug
  public static CurationSummary run(
      Corpus corpus, CurationPlan plan, Path outFolder, Progress progress) throws IOException {
    return new Curation(corpus, plan, outFolder, progress).run();
  }

  /// The same, and leaves the drafts in the folder's `work`: with them the same command decides
  /// again by another threshold, another bound on clusters or another index, without reading the
  /// corpus.
  public static CurationSummary runAndKeepWork(
      Corpus corpus, CurationPlan plan, Path outFolder, Progress progress) throws IOException {
    Curation curation = new Curation(corpus, plan, outFolder, progress);
    curation.keepsWork = true;
    return curation.run();
  }

  static CurationSummary run(
      Corpus corpus,
      CurationPlan plan,
      Path outFolder,
      Progress progress,
      InstantSource clock,
      BatchSize batchSize)
      throws IOException {
    Curation curation = new Curation(corpus, plan, outFolder, progress);
    curation.clock = clock;
    curation.batchSize = batchSize;
    return curation.run();
  }

  private CurationSummary run() throws IOException {
    corpus.requireElsewhere(folder, OutputFolder.NAMES);
    long start = clock.millis();
    try (FolderLock _ = FolderLock.take(folder);
        OutputFolder out = new OutputFolder(folder)) {
      WorkFolder work = WorkFolder.open(folder, corpus, plan, version());
      Optional<PastRecords> past = past(work); // says before the work what will not go
      if (!work.isComplete()) {
        draft(work);
        work.complete();
      }
      Tally tally = settle(work, past, out);
      requireConservation(tally, out);
      CurationSummary summary =
          tally.summary(plan, version(), Duration.ofMillis(clock.millis() - start));
      out.commit(summary.json());
      if (!keepsWork) {
        work.delete();
      }
      return summary;
    }
  }

  /// The first pass, from where it was left.
  private void draft(WorkFolder work) throws IOException {
    Note last = work.last();
    int first = last == null ? 0 : last.file();
    Corpus rest = corpus.from(first);
    long skipped = corpus.bytes() - rest.bytes();
    long records = work.drafts();
    List<String> sources = corpus.files().stream().map(Path::toString).toList();
    try (Stages stages = Stages.of(plan);
        Scan<Optional<Drafted>> scan = rest.scan(entry -> drafted(stages, entry, last))) {
      BatchWriter writer = new BatchWriter(work.next());
      try {
        for (Optional<Drafted> next : scan) {
          if (next.isEmpty()) {
            continue;
          }
          if (batchSize.isReached(writer) && !standsWith(writer.last(), next.get().note())) {
            work.add(writer.batch(), writer.seal(sources));
            writer = new BatchWriter(work.next());
          }
          writer.write(next.get());
          if (++records % RECORDS_A_STEP == 0) {
            report("read", skipped + scan.bytesRead(), Map.of("records", records));
          }
        }
        if (writer.drafts() > 0) {
          work.add(writer.batch(), writer.seal(sources));
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
  private Tally settle(WorkFolder work, Optional<PastRecords> past, OutputFolder out)
      throws IOException {
    List<Batch> batches = work.batches();
    List<Path> paths = batches.stream().map(Batch::sketches).toList();
    try (Sketches sketches = Sketches.open(paths)) {
      Candidates candidates = Candidates.read(batches, sketches);
      decide(candidates, past);
      Tally tally = new Tally(corpus.files());
      write(
          work,
          new Settlement(candidates.decisions(), plan.duplicates(), corpus, out, tally),
          tally);
      if (past.isPresent()) {
        past.get().join(candidates);
      }
      return tally;
    }
  }

  private Optional<PastRecords> past(WorkFolder work) throws IOException {
    return plan.duplicates().index().isEmpty()
        ? Optional.empty()
        : Optional.of(
            PastRecords.in(plan.duplicates().index().get(), plan.duplicates(), work.runName()));
  }

  private void decide(Candidates candidates, Optional<PastRecords> past) throws IOException {
    if (past.isPresent()) {
      past.get().dropFrom(candidates, plan.duplicates(), progress);
    }
    candidates.dropDuplicates(plan.duplicates(), progress);
  }

  private void write(WorkFolder work, Settlement settlement, Tally tally) throws IOException {
    for (Batch batch : work.batches()) {
      batch.forEachDraft((note, line) -> {
        settlement.settle(note, line);
        if (tally.in() % (8 * RECORDS_A_STEP) == 0) {
          report(tally, work.drafts());
        }
      });
    }
    report(tally, work.drafts());
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
