package io.mosskit.curation.select;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.util.VectorUtil;

/// Selects records of a corpus into a folder: `corpus.jsonl` (the selected ones, in the order of
/// the input, each with the verdict in its lineage), `rejected.jsonl` (all others, each with its
/// reason and the values that decided it) and `selection.json`.
///
/// The corpus is read twice. In memory are the numbers of all records and, where diversity is
/// wanted, a vector each.
public final class Selection {

  /// The stage that verdicts and rejections name.
  public static final String STAGE = "select";

  /// The names of the files that a run writes.
  public static final List<String> FILES =
      List.of("corpus.jsonl", "rejected.jsonl", "selection.json", "report.html");

  private static final float[] NO_VECTOR = {};

  private final SelectPlan plan;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();
  private final SortedSet<String> facets = new TreeSet<>();
  private long unread;

  private Selection(SelectPlan plan) {
    this.plan = plan;
  }

  /// Selects.
  ///
  /// @param embedder places what the users say, for diversity
  /// @throws ChatException where the embedder's endpoint gives no answer
  /// @throws UntaggedException where the rule names a facet about which no record has a tag; then
  ///   nothing is written
  public static SelectionSummary run(
      Corpus corpus, SelectPlan plan, Embedder embedder, Path folder, Progress progress)
      throws ChatException, IOException, InterruptedException, UntaggedException {
    Selection selection = new Selection(plan);
    selection.read(corpus, embedder, progress);
    selection.requireTags();
    Files.createDirectories(folder);
    List<Verdict> verdicts = new Choosing(plan, selection.candidates, selection.vectors).verdicts();
    SelectionSummary summary = selection.summary(verdicts);
    selection.write(corpus, verdicts, folder, progress);
    Files.writeString(folder.resolve("selection.json"), summary.json().text() + "\n");
    return summary;
  }

  private void read(Corpus corpus, Embedder embedder, Progress progress)
      throws ChatException, IOException, InterruptedException {
    SequencedMap<Integer, String> texts = new LinkedHashMap<>();
    try (Scan<Entry> scan = corpus.entries()) {
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Accepted(Conversation dialogue, var _) -> {
            Candidate candidate = candidate(dialogue);
            candidates.add(candidate);
            vectors.add(NO_VECTOR);
            if (!(plan.diversity() instanceof Diversity.Any) && candidate.lacking().isEmpty()) {
              texts.put(candidate.number(), text(dialogue));
            }
          }
          case Entry.Rejected _ -> unread++;
        }
        if (texts.size() == embedder.batchSize()) {
          embed(texts, embedder);
        }
        report("read", progress);
      }
    }
    if (!texts.isEmpty()) {
      embed(texts, embedder);
    }
  }

  private void report(String stage, Progress progress) {
    progress.at(new Progress.Step(stage, candidates.size(), 0, "records", Map.of()));
  }

  /// Makes sure that the filter asks for something that anybody has said.
  private void requireTags() throws UntaggedException {
    for (String facet : plan.tags().values().keySet()) {
      if (!facets.contains(facet)) {
        throw new UntaggedException(facet, facets);
      }
    }
  }

  private Candidate candidate(Conversation dialogue) {
    Facets said = Facets.of(dialogue);
    facets.addAll(said.values().keySet());
    return new Candidate(
        candidates.size(),
        dialogue.recordId(),
        said.category(),
        said.lacking(plan.tags()),
        plan.by().map(measure -> measure.of(dialogue)).orElse(OptionalDouble.empty()));
  }

  private static String text(Conversation dialogue) {
    return dialogue.turns().stream().map(Turn::human).collect(Collectors.joining("\n"));
  }

  /// @param texts by the numbers of their records
  private void embed(SequencedMap<Integer, String> texts, Embedder embedder)
      throws ChatException, IOException, InterruptedException {
    Iterator<Integer> numbers = texts.keySet().iterator();
    for (float[] vector : embedder.embed(List.copyOf(texts.values()))) {
      boolean isNothing = vector.length == 0 || VectorUtil.dotProduct(vector, vector) == 0;
      vectors.set(numbers.next(), isNothing ? NO_VECTOR : VectorUtil.l2normalize(vector.clone()));
    }
    texts.clear();
  }

  private SelectionSummary summary(List<Verdict> verdicts) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    SortedMap<String, Change> categories = new TreeMap<>();
    List<Double> after = new ArrayList<>();
    List<Double> before = new ArrayList<>();
    long selected = 0;
    for (Candidate candidate : candidates) {
      candidate.score().ifPresent(before::add);
      long one =
          switch (verdicts.get(candidate.number())) {
            case Verdict.Selected _ -> {
              candidate.score().ifPresent(after::add);
              yield 1;
            }
            case Verdict.Rejected rejected -> {
              reasons.merge(rejected.reason(), 1L, Long::sum);
              yield 0;
            }
          };
      selected += one;
      categories.merge(
          candidate.category(),
          new Change(1, one),
          (a, b) -> new Change(a.before() + b.before(), a.after() + b.after()));
    }
    return new SelectionSummary(
        RuleText.of(plan),
        plan.by().map(Measure::name).orElse(""),
        candidates.size(),
        selected,
        unread,
        reasons,
        categories,
        new Spread(before.stream().sorted().toList()),
        new Spread(after.stream().sorted().toList()));
  }

  private void write(Corpus corpus, List<Verdict> verdicts, Path folder, Progress progress)
      throws IOException {
    try (Scan<Entry> scan = corpus.entries();
        RecordWriter kept = RecordWriter.create(folder.resolve("corpus.jsonl"));
        RecordWriter rejected = RecordWriter.create(folder.resolve("rejected.jsonl"))) {
      int number = 0;
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Accepted(Conversation dialogue, Origin origin) -> {
            switch (verdicts.get(number)) {
              case Verdict.Selected(int place) ->
                  kept.write(selected(dialogue, candidates.get(number), place));
              case Verdict.Rejected(String reason, String detail, Json.Obj values) ->
                  rejected.write(
                      new Rejection(
                          STAGE, reason, detail, values, origin, MossJson.json(dialogue)));
            }
            number++;
          }
          case Entry.Rejected(Rejection rejection) -> rejected.write(rejection);
        }
        report("write", progress);
      }
      kept.commit();
      rejected.commit();
    }
  }

  private Conversation selected(Conversation dialogue, Candidate candidate, int place) {
    ObjBuilder values = Json.object();
    plan.by().ifPresent(measure -> values.put("by", measure.name()));
    candidate.score().ifPresent(score -> values.put("score", score));
    values.put("place", place).put("of", candidates.size());
    return Lineage.of(dialogue)
        .and(new io.mosskit.schema.lineage.Verdict(STAGE, "selected", values.build()))
        .writeTo(dialogue);
  }
}
