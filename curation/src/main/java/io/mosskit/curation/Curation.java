package io.mosskit.curation;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Curates a corpus of any size into a folder.
///
/// In the folder then lie `corpus.jsonl` (what is kept), `rejected.jsonl` (the rest, with reasons),
/// `clusters.tsv` (for each duplicate the kept id, its own id, the key and the score) and
/// `stats.json` (the summary). All but the last are the same bytes for the same input and plan,
/// whatever the number of threads.
public final class Curation {
  private static final int RECORDS_A_STEP = 256;

  private final Corpus corpus;
  private final CurationPlan plan;
  private final Path folder;
  private final Progress progress;
  private final InstantSource clock;
  private final Tally tally = new Tally();

  private Curation(
      Corpus corpus, CurationPlan plan, Path folder, Progress progress, InstantSource clock) {
    this.corpus = corpus;
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.clock = clock;
  }

  /// Curates a corpus. Reading, measuring and sketching happen in the corpus's reading threads;
  /// which of two duplicates stays is decided in the order of the input.
  ///
  /// @param outFolder made where it is absent; files of an earlier run in it are replaced
  /// @throws IOException if the output cannot be written
  /// @throws IllegalArgumentException if an input file is one of those that are written
  /// @throws IllegalStateException if the records written are not as many as the records read,
  ///   which is a bug
  public static CurationSummary run(
      Corpus corpus, CurationPlan plan, Path outFolder, Progress progress) throws IOException {
    return run(corpus, plan, outFolder, progress, InstantSource.system());
  }

  static CurationSummary run(
      Corpus corpus, CurationPlan plan, Path outFolder, Progress progress, InstantSource clock)
      throws IOException {
    return new Curation(corpus, plan, outFolder, progress, clock).run();
  }

  private CurationSummary run() throws IOException {
    requireInputElsewhere();
    long start = clock.millis();
    try (OutputFolder out = new OutputFolder(folder);
        Curator curator = Curator.of(plan);
        Scan<Prepared> scan = corpus.scan(curator::prepare)) {
      long bytes = corpus.bytes();
      for (Prepared prepared : scan) {
        Ruling ruling = curator.rule(prepared);
        out.write(ruling, plan.key().label());
        tally.add(prepared, ruling);
        if (tally.in() % RECORDS_A_STEP == 0) {
          report(scan.bytesRead(), bytes);
        }
      }
      report(bytes, bytes);
      requireConservation(out);
      CurationSummary summary =
          tally.summary(corpus.files(), plan, version(), Duration.ofMillis(clock.millis() - start));
      out.commit(summary.json());
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

  private void requireConservation(OutputFolder out) {
    if (tally.in() != out.kept() + out.rejected()
        || out.kept() != tally.kept()
        || out.rejected() != tally.rejected()) {
      throw new IllegalStateException(
          "records are lost: %d in, %d kept, %d rejected, and %d + %d written"
              .formatted(tally.in(), tally.kept(), tally.rejected(), out.kept(), out.rejected()));
    }
  }

  private void report(long done, long bytes) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", tally.in());
    counts.put("kept", tally.kept());
    counts.put("rejected", tally.rejected());
    progress.at(new Progress.Step("curate", done, bytes, "bytes", counts));
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
