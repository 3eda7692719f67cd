package io.mosskit.curation.split;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.TwinClusters;
import io.mosskit.curation.split.Allotment.Cluster;
import io.mosskit.curation.tag.Tags;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Divides a corpus into training, validation and test so that near twins never straddle: records
/// whose texts are at or above a threshold, found exactly and chains included, stand in the same
/// part. Categories and languages are divided alike. The same corpus, plan and order of files give
/// the same bytes, whatever the number of threads.
///
/// The corpus is read twice. Memory for a record: its shingles, and about a hundred bytes.
public final class Split {
  private static final String REJECTED = "rejected.jsonl";
  private static final int RECORDS_A_STEP = 256;

  private final Corpus corpus;
  private final SplitPlan plan;
  private final Path folder;
  private final Progress progress;
  private final List<Sketched> records = new ArrayList<>();
  private final TwinClusters twins;
  private long unread;

  /// What is known of a record after the first reading.
  private record Sketched(String stratum, long rank) {}

  /// A record on its way through the reading threads.
  private sealed interface Seen {
    record Dialogue(Shingles shingles, Sketched sketched) implements Seen {}

    record Unread() implements Seen {}
  }

  private Split(Corpus corpus, SplitPlan plan, Path folder, Progress progress) {
    this.corpus = corpus;
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
    this.twins = new TwinClusters(plan.threshold());
  }

  /// Divides a corpus into the files of the [Part]s in a folder, which is made where it is absent.
  /// What cannot be read goes to `rejected.jsonl` there.
  ///
  /// @throws IllegalArgumentException if an input file is one of those that are written
  /// @throws IllegalStateException if the corpus changes between the two readings
  public static SplitSummary run(Corpus corpus, SplitPlan plan, Path outFolder, Progress progress)
      throws IOException {
    return new Split(corpus, plan, outFolder, progress).run();
  }

  private SplitSummary run() throws IOException {
    requireInputElsewhere();
    sketch();
    int[] groups = twins.groups();
    int[] sizes = new int[groups.length];
    for (int first : groups) {
      sizes[first]++;
    }
    List<Cluster> clusters = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] == i) {
        clusters.add(new Cluster(i, sizes[i], records.get(i).stratum(), records.get(i).rank()));
      }
    }
    Map<Integer, Part> parts = Allotment.of(clusters, plan.shares());
    List<Part> ofRecords = new ArrayList<>();
    for (int first : groups) {
      ofRecords.add(parts.getOrDefault(first, Part.TRAIN));
    }
    write(ofRecords);
    return summary(ofRecords, clusters);
  }

  private void requireInputElsewhere() throws IOException {
    for (Path file : corpus.files()) {
      for (Part part : Part.values()) {
        Path written = folder.resolve(part.file());
        if (Files.exists(written) && Files.isSameFile(file, written)) {
          throw new IllegalArgumentException(
              "the input %s would be overwritten; choose another output folder".formatted(file));
        }
      }
    }
  }

  private void sketch() throws IOException {
    long bytes = corpus.bytes();
    try (Scan<Seen> scan = corpus.scan(this::seen)) {
      for (Seen seen : scan) {
        switch (seen) {
          case Seen.Unread() -> unread++;
          case Seen.Dialogue(Shingles shingles, Sketched sketched) -> {
            twins.add(shingles);
            records.add(sketched);
          }
        }
        if (records.size() % RECORDS_A_STEP == 0) {
          report("compare", scan.bytesRead(), bytes, records.size());
        }
      }
    }
  }

  private Seen seen(Entry entry) {
    return switch (entry) {
      case Entry.Rejected _ -> new Seen.Unread();
      case Entry.Accepted(Conversation dialogue, Origin _) ->
          new Seen.Dialogue(
              Shingles.of(plan.key().units(dialogue)),
              new Sketched(stratum(dialogue).intern(), rank(dialogue.recordId())));
    };
  }

  /// Category and language, as the curation tagged them, else as the record shows them.
  private static String stratum(Conversation dialogue) {
    String language = dialogue.mosskit().string("language");
    return Tags.category(dialogue).orElse("untagged")
        + " "
        + (language == null
            ? Language.of(
                    dialogue.turns().stream().map(Turn::human).collect(Collectors.joining("\n")))
                .label()
            : language);
  }

  /// A number that seed and id alone decide (FNV-1a and the finalizer of SplitMix64).
  private long rank(String id) {
    long hash = 0xCBF29CE484222325L ^ plan.seed() * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
    return hash ^ hash >>> 31;
  }

  private void write(List<Part> parts) throws IOException {
    Files.createDirectories(folder);
    try (RecordWriter train = RecordWriter.create(folder.resolve(Part.TRAIN.file()));
        RecordWriter validation = RecordWriter.create(folder.resolve(Part.VALIDATION.file()));
        RecordWriter test = RecordWriter.create(folder.resolve(Part.TEST.file()));
        RecordWriter rejected = RecordWriter.create(folder.resolve(REJECTED));
        Scan<Entry> scan = corpus.entries()) {
      long bytes = corpus.bytes();
      int record = 0;
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Rejected(Rejection rejection) -> rejected.write(rejection);
          case Entry.Accepted(Conversation dialogue, Origin origin) -> {
            if (record == parts.size()) {
              throw new IllegalStateException(origin + ": the corpus grew while it was divided");
            }
            switch (parts.get(record++)) {
              case TRAIN -> train.write(dialogue);
              case VALIDATION -> validation.write(dialogue);
              case TEST -> test.write(dialogue);
            }
          }
        }
        if (record % RECORDS_A_STEP == 0) {
          report("write", scan.bytesRead(), bytes, record);
        }
      }
      if (record != parts.size() || rejected.records() != unread) {
        throw new IllegalStateException(
            "the corpus changed while it was divided: %d and %d records, then %d and %d"
                .formatted(parts.size(), unread, record, rejected.records()));
      }
      for (RecordWriter writer : List.of(train, validation, test)) {
        writer.commit();
      }
      if (unread > 0) {
        rejected.commit();
      }
    }
  }

  private void report(String stage, long done, long bytes, long count) {
    progress.at(new Progress.Step(stage, done, bytes, "bytes", Map.of("records", count)));
  }

  private SplitSummary summary(List<Part> parts, List<Cluster> clusters) {
    Map<Part, Long> all = new EnumMap<>(Part.class);
    Map<String, Map<Part, Long>> strata = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      all.merge(parts.get(i), 1L, Long::sum);
      strata
          .computeIfAbsent(records.get(i).stratum(), _ -> new EnumMap<>(Part.class))
          .merge(parts.get(i), 1L, Long::sum);
    }
    List<Cluster> several = clusters.stream().filter(cluster -> cluster.size() > 1).toList();
    return new SplitSummary(
        all,
        strata,
        unread,
        several.size(),
        several.stream().mapToLong(Cluster::size).sum(),
        clusters.stream().mapToLong(Cluster::size).max().orElse(0));
  }
}
