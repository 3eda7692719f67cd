package io.mosskit.benchmarks;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.making.TinyModel;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.score.Scoring;
import io.mosskit.inference.score.ScoringModel;
import io.mosskit.inference.score.ScoringPlan;
import io.mosskit.inference.score.ScoringSummary;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.convert.LossMask;
import io.mosskit.schema.convert.TrainingSample;
import io.mosskit.schema.convert.TrainingText;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/// How fast dialogues of mixed lengths are scored, as a share of how fast the bare model reads the
/// same dialogues as prompts: each alone, the logits of its last token, nothing else. In between
/// stands the bare model with the logits of all tokens, which every score needs. All three take
/// turns, and medians are compared; scoring is all of it, from the file to the files, and computes
/// once what dialogues begin with alike.
///
/// Arguments: a folder for the model, as for [DecodeBenchmark]; a corpus; about how many tokens of
/// it, drawn by a fixed seed (12000); rounds (2); threads (all processors).
public final class ScoringBenchmark {

  private static final int LONGEST = 2048;

  private ScoringBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    int tokens = args.length > 2 ? Integer.parseInt(args[2]) : 12000;
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 2;
    int threads =
        args.length > 4 ? Integer.parseInt(args[4]) : Runtime.getRuntime().availableProcessors();
    Path work = Files.createTempDirectory("mosskit-scoring");
    List<Conversation> all = read(Path.of(args[1]));
    MossTokenizer tokenizer =
        TinyModel.writeTokenizer(
            work, all.stream().map(dialogue -> TrainingText.of(dialogue).text()).toList());
    List<Conversation> some = draw(all, tokenizer, tokens);
    Path corpus = work.resolve("corpus.jsonl");
    try (RecordWriter writer = RecordWriter.create(corpus)) {
      for (Conversation dialogue : some) {
        writer.write(dialogue);
      }
      writer.commit();
    }
    try (Checkpoint checkpoint = BenchmarkModel.F32.open(folder);
        CpuBackend backend =
            CpuBackend.load(checkpoint, CpuOptions.of(checkpoint.config()).withThreads(threads))) {
      ScoringModel model = new ScoringModel("f32", "", backend, tokenizer, Optional.empty());
      List<int[]> prompts = some.stream().map(dialogue -> ids(dialogue, tokenizer)).toList();
      compare(model, prompts, corpus, work, rounds);
    }
  }

  private static List<Conversation> read(Path corpus) throws IOException {
    List<Conversation> all = new ArrayList<>();
    try (Scan<Entry> scan = Corpus.of(corpus).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation dialogue, var _)) {
          all.add(dialogue);
        }
      }
    }
    return all;
  }

  private static int[] ids(Conversation dialogue, MossTokenizer tokenizer) {
    return TrainingSample.of(
            TrainingText.of(dialogue), tokenizer, LossMask.EVERYTHING, Integer.MAX_VALUE)
        .map(TrainingSample::inputIds)
        .orElseThrow();
  }

  private static List<Conversation> draw(
      List<Conversation> all, MossTokenizer tokenizer, int tokens) {
    List<Conversation> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(1));
    List<Conversation> some = new ArrayList<>();
    int drawn = 0;
    for (Conversation dialogue : shuffled) {
      int length = ids(dialogue, tokenizer).length;
      if (drawn < tokens && length <= LONGEST) {
        some.add(dialogue);
        drawn += length;
      }
    }
    return some;
  }

  private static void compare(
      ScoringModel model, List<int[]> prompts, Path corpus, Path work, int rounds)
      throws IOException {
    List<Double> bare = new ArrayList<>();
    List<Double> logits = new ArrayList<>();
    List<Scored> scoring = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) { // in the first the JVM is still compiling
      double alone = prefill(model.backend(), prompts, Wanted.LAST);
      double all = prefill(model.backend(), prompts, Wanted.ALL);
      Scored scored = score(model, corpus, work.resolve("round-" + round));
      if (round > 0) {
        bare.add(alone);
        logits.add(all);
        scoring.add(scored);
      }
    }
    int tokens = prompts.stream().mapToInt(ids -> ids.length).sum();
    System.out.printf(
        Locale.ROOT,
        "%d dialogues of %d to %d tokens, %d in all, %d with their replies alone; of these %d shared%n%n",
        prompts.size(),
        prompts.stream().mapToInt(ids -> ids.length).min().orElseThrow(),
        prompts.stream().mapToInt(ids -> ids.length).max().orElseThrow(),
        tokens,
        scoring.getFirst().tokens(),
        scoring.getFirst().shared());
    double prefill = MachineLimits.median(bare);
    System.out.println("| what | tokens/s | share of the bare prefill |");
    System.out.println("|---|---|---|");
    row("bare prefill", prefill, prefill);
    row("with the logits of all tokens", MachineLimits.median(logits), prefill);
    List<Double> speeds = scoring.stream().map(Scored::speed).toList();
    row("scoring, files and all", MachineLimits.median(speeds), prefill);
  }

  private static void row(String what, double speed, double prefill) {
    System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f %% |%n", what, speed, 100 * speed / prefill);
  }

  private static double prefill(Backend backend, List<int[]> prompts, Wanted wanted) {
    long start = System.nanoTime();
    long tokens = 0;
    for (int[] prompt : prompts) {
      try (KvCache cache = backend.newCache()) {
        backend.forward(List.of(new Chunk(cache, prompt, wanted)), (_, _, _) -> {});
      }
      tokens += prompt.length;
    }
    return tokens * 1e9 / (System.nanoTime() - start);
  }

  /// By the clock, what is not the model's work included.
  private static Scored score(ScoringModel model, Path corpus, Path out) throws IOException {
    long start = System.nanoTime();
    ScoringSummary summary =
        Scoring.run(
            Corpus.of(corpus),
            model,
            ScoringPlan.standard(),
            out,
            Progress.NONE,
            Clock.systemUTC());
    double speed = summary.tokensNow() * 1e9 / (System.nanoTime() - start);
    return new Scored(speed, summary.tokensNow(), summary.shared());
  }

  /// @param shared how many of the tokens were not computed, see [ScoringSummary]
  private record Scored(double speed, long tokens, long shared) {}
}
