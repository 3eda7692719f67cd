package io.mosskit.curation.filter;

import io.mosskit.curation.filter.FilterReport.Example;
import io.mosskit.curation.filter.FilterReport.RuleReport;
import io.mosskit.curation.filter.Profile.Action;
import io.mosskit.curation.filter.Profile.Rule;
import io.mosskit.curation.text.Measures;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds a corpus of any size against a profile, into a folder: `corpus.jsonl` (what stays, tagged
/// under `mosskit.filters`), `rejected.jsonl` (the rest, with reasons) and `filters.json` (the
/// report).
public final class FilterRun {
  private static final String STAGE = "filter";
  private static final String CORPUS = "corpus.jsonl";
  private static final String REJECTED = "rejected.jsonl";
  private static final String REPORT = "filters.json";
  private static final int EXAMPLES = 5;
  private static final int RECORDS_A_STEP = 256;

  private final Profile profile;
  private final Progress progress;
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, List<Example>> examples = new HashMap<>();
  private long records;

  /// An entry with what the profile says to it.
  private sealed interface Judged {
    record Read(Conversation dialogue, Origin origin, Optional<Breach> drop, List<Breach> tags)
        implements Judged {}

    record Unread(Rejection rejection) implements Judged {}
  }

  private FilterRun(Profile profile, Progress progress) {
    this.profile = profile;
    this.progress = progress;
  }

  /// Filters a corpus; the work is done in the threads that read it.
  ///
  /// @param folder made where it is absent; files of an earlier run in it are replaced
  /// @throws IOException if the output cannot be written
  /// @throws IllegalArgumentException if an input file is one of those that are written
  public static FilterReport run(Corpus corpus, Profile profile, Path folder, Progress progress)
      throws IOException {
    corpus.requireElsewhere(folder, List.of(CORPUS, REJECTED, REPORT));
    return new FilterRun(profile, progress).run(corpus, folder);
  }

  private FilterReport run(Corpus corpus, Path folder) throws IOException {
    long bytes = corpus.bytes();
    try (RecordWriter kept = RecordWriter.create(folder.resolve(CORPUS));
        RecordWriter rejected = RecordWriter.create(folder.resolve(REJECTED));
        Scan<Judged> scan = corpus.scan(this::judge)) {
      for (Judged judged : scan) {
        take(judged, kept, rejected);
        if (++records % RECORDS_A_STEP == 0) {
          report(scan.bytesRead(), bytes, kept, rejected);
        }
      }
      report(bytes, bytes, kept, rejected);
      if (records != kept.records() + rejected.records()) {
        throw new IllegalStateException(
            "records are lost: %d in, %d kept and %d rejected written"
                .formatted(records, kept.records(), rejected.records()));
      }
      kept.commit();
      rejected.commit();
      FilterReport report =
          new FilterReport(records, kept.records(), rejected.records(), rules(), profile);
      Files.writeString(folder.resolve(REPORT), report.json().text() + "\n");
      return report;
    }
  }

  private Judged judge(Entry entry) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Judged.Unread(rejection);
      case Entry.Accepted(Conversation dialogue, Origin origin) -> {
        Measures measures = Measures.of(dialogue);
        Optional<Breach> drop = profile.drops(dialogue, measures);
        List<Breach> tags = drop.isPresent() ? List.of() : profile.tags(dialogue, measures);
        yield new Judged.Read(dialogue, origin, drop, tags);
      }
    };
  }

  private void take(Judged judged, RecordWriter kept, RecordWriter rejected) throws IOException {
    switch (judged) {
      case Judged.Unread(Rejection rejection) -> rejected.write(rejection);
      case Judged.Read read -> {
        read.drop().ifPresent(breach -> count(breach, read.dialogue()));
        read.tags().forEach(breach -> count(breach, read.dialogue()));
        if (read.drop().isPresent()) {
          rejected.write(rejection(read, read.drop().get()));
        } else if (read.tags().isEmpty()) {
          kept.write(read.dialogue());
        } else {
          kept.write(read.dialogue().withMosskit(Profile.MEMBER, Profile.json(read.tags())));
        }
      }
    }
  }

  private static Rejection rejection(Judged.Read read, Breach breach) {
    return new Rejection(
        STAGE,
        breach.filter(),
        breach.detail(),
        breach.values(),
        read.origin(),
        MossJson.json(read.dialogue()));
  }

  private void count(Breach breach, Conversation dialogue) {
    counts.merge(breach.filter(), 1L, Long::sum);
    List<Example> first = examples.computeIfAbsent(breach.filter(), _ -> new ArrayList<>());
    if (first.size() < EXAMPLES) {
      first.add(new Example(dialogue.recordId(), breach.detail()));
    }
  }

  private List<RuleReport> rules() {
    List<RuleReport> reports = new ArrayList<>();
    for (Rule rule : profile.rules()) {
      if (rule.action() != Action.OFF) {
        String name = rule.filter().name();
        reports.add(
            new RuleReport(
                rule, counts.getOrDefault(name, 0L), examples.getOrDefault(name, List.of())));
      }
    }
    return reports;
  }

  private void report(long done, long bytes, RecordWriter kept, RecordWriter rejected) {
    Map<String, Long> shown = new LinkedHashMap<>();
    shown.put("records", records);
    shown.put("kept", kept.records());
    shown.put("rejected", rejected.records());
    progress.at(new Progress.Step("filter", done, bytes, "bytes", shown));
  }
}
