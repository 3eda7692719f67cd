package io.mosskit.cli;

import io.mosskit.generator.asking.Crew;
import io.mosskit.generator.judge.Comparison;
import io.mosskit.generator.judge.Judgement;
import io.mosskit.generator.judge.PairJudge;
import io.mosskit.generator.judge.ReplySet;
import io.mosskit.generator.judge.Winner;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Has a judge compare the replies of a file in pairs, and score them; used by `judge` and `run`.
final class JudgeStep {

  /// What its journals are for.
  static final String PURPOSE = "judge";

  private JudgeStep() {}

  /// A line with what the judge says of it.
  ///
  /// @param failure why it says nothing, empty where it does
  private record Judged(Json.Obj line, List<Comparison> comparisons, String failure) {}

  /// What came of it.
  ///
  /// @param inconsistent ties of two verdicts that contradict each other
  /// @param failed contexts without a verdict
  record Summary(
      long contexts,
      long pairs,
      long ties,
      long inconsistent,
      long failed,
      JournalledModel.Traffic traffic) {

    List<String> lines() {
      return traffic.lines(
          String.format(
              Locale.ROOT,
              "%,d contexts, %,d pairs in both orders: %,d ties, of which %,d contradicted themselves;"
                  + " %,d contexts not judged",
              contexts,
              pairs,
              ties,
              inconsistent,
              failed));
    }

    Json.Obj json() {
      return traffic.addTo(
          Json.object()
              .put("contexts", contexts)
              .put("pairs", pairs)
              .put("ties", ties)
              .put("inconsistent", inconsistent)
              .put("failed", failed)
              .build());
    }
  }

  /// Judges the lines of `respond`.
  ///
  /// @param rubric whether each reply is scored by itself as well
  static Summary run(Path file, JournalledModel model, boolean rubric, Path out, Console console)
      throws CommandFailure, GenerationException, IOException, InterruptedException {
    List<Json.Obj> lines =
        JsonLines.read(
            file,
            line -> {
              ReplySet.of(line);
              return line;
            });
    PairJudge judge = new PairJudge(model);
    List<Judged> judged = Crew.map(lines, model.concurrency(), line -> judge(judge, rubric, line));
    write(judged, out, console);
    model.end();
    List<Comparison> comparisons =
        judged.stream().flatMap(each -> each.comparisons().stream()).toList();
    return new Summary(
        judged.size(),
        comparisons.size(),
        comparisons.stream().filter(each -> each.winner() == Winner.TIE).count(),
        comparisons.stream().filter(each -> !each.consistent()).count(),
        judged.stream().filter(each -> !each.failure().isEmpty()).count(),
        model.traffic());
  }

  private static Judged judge(PairJudge judge, boolean rubric, Json.Obj line)
      throws GenerationException, InterruptedException {
    ReplySet set = ReplySet.of(line);
    try {
      List<Comparison> comparisons = judge.compare(set);
      Json.Obj judged =
          line.with(
              "comparisons", Json.of(comparisons.stream().<Json>map(Comparison::json).toList()));
      if (rubric) {
        judged = judged.with("scores", scores(judge.score(set)));
      }
      return new Judged(judged, comparisons, "");
    } catch (ChatException e) {
      JournalledModel.requirePassing(e);
      return new Judged(line, List.of(), Objects.toString(e.getMessage(), "no answer"));
    }
  }

  private static Json scores(List<Optional<Judgement>> judgements) {
    List<Json> scores = new ArrayList<>();
    for (Optional<Judgement> judgement : judgements) {
      scores.add(
          judgement
              .<Json>map(given ->
                  Json.object()
                      .put("mean", given.mean())
                      .put("scores", given.scoresJson())
                      .put("reasons", given.reasonsJson())
                      .build())
              .orElse(new Json.Null()));
    }
    return Json.of(scores);
  }

  private static void write(List<Judged> judged, Path out, Console console) throws IOException {
    try (RecordWriter writer = RecordWriter.create(out)) {
      for (Judged each : judged) {
        if (!each.failure().isEmpty()) {
          console.note(each.line().string("id") + ": " + each.failure());
        }
        writer.write(each.line());
      }
      writer.commit();
    }
  }
}
