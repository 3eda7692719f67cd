package io.mosskit.inference.score;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Scores the dialogues of a corpus into a folder: `scored.jsonl` (each dialogue in the order of
/// the input, its scores beside it under `mosskit.likelihood`), `scores.csv`, `rejected.jsonl`
/// (what could not be read), `summary.json` and `scores.journal`, from which a run that was stopped
/// goes on: no dialogue whose score is in it is scored again.
///
/// Of some hundred dialogues, those that begin alike are scored one after the other, so that what
/// they share is computed once; no score depends on that. A dialogue that is longer than the model
/// reads is kept without scores and says so.
public final class Scoring {

  /// The member of `mosskit` that holds a dialogue's scores.
  public static final String MEMBER = "likelihood";

  /// The names of the files that a run writes.
  public static final List<String> FILES =
      List.of("scored.jsonl", "rejected.jsonl", "scores.csv", "summary.json", "scores.journal");

  /// How many dialogues are sorted together.
  private static final int WINDOW = 256;

  private static final String STAGE = "score";

  private final ScoringModel model;
  private final ScoringPlan plan;
  private final DialogueScorer scorer;
  private final ScoreJournal journal;
  private final Progress progress;
  private final InstantSource clock;
  private final Counts counts = new Counts();

  private Scoring(
      ScoringModel model,
      ScoringPlan plan,
      DialogueScorer scorer,
      ScoreJournal journal,
      Progress progress,
      InstantSource clock) {
    this.model = model;
    this.plan = plan;
    this.journal = journal;
    this.progress = progress;
    this.clock = clock;
    this.scorer = scorer;
  }

  /// Scores a corpus, or goes on with it.
  ///
  /// @param clock for the speed
  /// @throws ScoredOtherwiseException if the folder holds scores by another model
  public static ScoringSummary run(
      Corpus corpus,
      ScoringModel model,
      ScoringPlan plan,
      Path folder,
      Progress progress,
      InstantSource clock)
      throws IOException {
    Files.createDirectories(folder);
    try (ScoreJournal journal =
            ScoreJournal.open(folder.resolve("scores.journal"), header(model, plan));
        DialogueScorer scorer =
            new DialogueScorer(model.backend(), model.tokenizer(), model.head(), plan.surprises());
        RecordWriter scored = RecordWriter.create(folder.resolve("scored.jsonl"));
        RecordWriter rejected = RecordWriter.create(folder.resolve("rejected.jsonl"));
        ScoreTable table = ScoreTable.create(folder.resolve("scores.csv"))) {
      Scoring scoring = new Scoring(model, plan, scorer, journal, progress, clock);
      scoring.score(corpus, new Outputs(scored, rejected, table));
      scored.commit();
      rejected.commit();
      table.commit();
      ScoringSummary summary = scoring.counts.summary(model.name());
      Files.writeString(folder.resolve("summary.json"), summary.json().text() + "\n");
      return summary;
    }
  }

  /// How many tokens are in work at a time at most, for a model that reads so many positions.
  public static long tokensAtOnce(int positions) {
    return DialogueScorer.room(positions);
  }

  private record Outputs(RecordWriter scored, RecordWriter rejected, ScoreTable table) {}

  private static Json.Obj header(ScoringModel model, ScoringPlan plan) {
    return Json.object()
        .put("format", 1)
        .put("model", model.name())
        .put("weights", model.fingerprint())
        .put("backend", model.backend().name())
        .put("head", model.head().map(RewardHead::name).orElse(null))
        .put("surprises", plan.surprises())
        .build();
  }

  /// A dialogue on its way.
  private record Item(Conversation dialogue, Origin origin, Passage passage, String key) {}

  /// What a reading thread makes of an entry.
  private sealed interface Read {
    record Dialogue(Item item) implements Read {}

    record Unreadable(Rejection rejection) implements Read {}
  }

  private Read read(Entry entry) {
    return switch (entry) {
      case Entry.Accepted(Conversation dialogue, Origin origin) -> {
        Passage passage = Passage.of(dialogue, model.tokenizer());
        yield new Read.Dialogue(new Item(dialogue, origin, passage, passage.key()));
      }
      case Entry.Rejected(Rejection rejection) -> new Read.Unreadable(rejection);
    };
  }

  private void score(Corpus corpus, Outputs out) throws IOException {
    counts.total = work(corpus);
    List<Item> window = new ArrayList<>();
    try (Scan<Read> scan = corpus.scan(this::read)) {
      for (Read read : scan) {
        switch (read) {
          case Read.Dialogue(Item item) -> window.add(item);
          case Read.Unreadable(Rejection rejection) -> {
            out.rejected().write(rejection);
            counts.rejected++;
          }
        }
        if (window.size() == WINDOW) {
          finish(window, out);
        }
      }
    }
    finish(window, out);
  }

  /// How many tokens the model has yet to read.
  private long work(Corpus corpus) {
    Set<String> seen = new HashSet<>();
    long tokens = 0;
    long records = 0;
    try (Scan<Read> scan = corpus.scan(this::read)) {
      for (Read read : scan) {
        if (read instanceof Read.Dialogue(Item item) && waits(item) && seen.add(item.key())) {
          tokens += item.passage().work();
        }
        progress.at(new Progress.Step("count tokens", ++records, 0, "records", Map.of()));
      }
    }
    return tokens;
  }

  private boolean isTooLong(Item item) {
    return item.passage().ids().length > model.backend().config().nPositions();
  }

  private boolean waits(Item item) {
    return !isTooLong(item) && !journal.holds(item.key());
  }

  private void finish(List<Item> window, Outputs out) throws IOException {
    List<Item> waiting = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Item item : window) {
      if (waits(item) && keys.add(item.key())) {
        waiting.add(item);
      }
    }
    waiting.sort(Comparator.comparing(item -> item.passage().ids(), Arrays::compare));
    scoreSorted(waiting);
    for (Item item : window) {
      write(item, out);
    }
    window.clear();
  }

  /// Deals the dialogues out to as many lanes as there is room for, consecutive ones to the same
  /// lane, and scores the first of all lanes together, then the second.
  private void scoreSorted(List<Item> sorted) throws IOException {
    int longest = sorted.stream().mapToInt(item -> item.passage().ids().length).max().orElse(0);
    int lanes = Math.min(plan.batch(), DialogueScorer.together(longest));
    int length = Math.ceilDiv(sorted.size(), lanes);
    for (int step = 0; step < length; step++) {
      List<Item> batch = new ArrayList<>();
      for (int at = step; at < sorted.size(); at += length) {
        batch.add(sorted.get(at));
      }
      scoreBatch(batch);
    }
  }

  private void scoreBatch(List<Item> batch) throws IOException {
    var start = clock.instant();
    List<DialogueScore> scores = scorer.score(batch.stream().map(Item::passage).toList());
    journal.add(
        batch.stream().map(Item::key).toList(), scores.stream().map(DialogueScore::json).toList());
    counts.scoring = counts.scoring.plus(Duration.between(start, clock.instant()));
    counts.now += batch.size();
    counts.tokensNow += batch.stream().mapToLong(item -> item.passage().work()).sum();
    counts.shared = scorer.shared();
    progress.at(
        new Progress.Step(
            STAGE, counts.tokensNow, counts.total, "tokens", Map.of("scored", counts.now)));
  }

  private void write(Item item, Outputs out) throws IOException {
    Json.Obj score = isTooLong(item) ? unscored(item) : journal.score(item.key()).orElseThrow();
    counts.add(score, isTooLong(item));
    Json.Obj named = Json.object().put("model", model.name()).build();
    for (Map.Entry<String, Json> member : score.members().entrySet()) {
      named = named.with(member.getKey(), member.getValue());
    }
    out.scored().write(item.dialogue().withMosskit(MEMBER, named));
    out.table().write(item.origin(), item.dialogue().recordId(), score);
  }

  private Json.Obj unscored(Item item) {
    int tokens = item.passage().ids().length;
    int limit = model.backend().config().nPositions();
    Json.Obj why =
        Json.object()
            .put("reason", "longer_than_context")
            .put(
                "detail",
                "the dialogue has %d tokens, but %s reads at most %d; leave turns out, or score it with a model that reads more"
                    .formatted(tokens, model.name(), limit))
            .put("tokens", tokens)
            .put("limit", limit)
            .build();
    return Json.object().put("unscored", why).build();
  }

  /// What has been done so far.
  private static final class Counts {
    private long total;
    private long records;
    private long scored;
    private long now;
    private long tooLong;
    private long rejected;
    private long tokensNow;
    private long shared;
    private Duration scoring = Duration.ZERO;
    private long replyTokens;
    private double nll;
    private long withIfd;
    private double ifd;

    void add(Json.Obj score, boolean isTooLong) {
      records++;
      if (isTooLong) {
        tooLong++;
        return;
      }
      scored++;
      number(score, "tokens").ifPresent(tokens -> replyTokens += Math.round(tokens));
      number(score, "nll").ifPresent(sum -> nll += sum);
      if (score.get("ifd") instanceof Json.Obj spread) {
        number(spread, "mean")
            .ifPresent(mean -> {
              ifd += mean;
              withIfd++;
            });
      }
    }

    private static Optional<Double> number(Json.Obj of, String name) {
      return of.get(name) instanceof Json.Num value
          ? Optional.of(value.doubleValue())
          : Optional.empty();
    }

    ScoringSummary summary(String model) {
      return new ScoringSummary(
          model,
          records,
          scored,
          now,
          tooLong,
          rejected,
          tokensNow,
          shared,
          scoring,
          replyTokens,
          nll / replyTokens,
          ifd / withIfd);
    }
  }
}
