package io.mosskit.cli;

import io.mosskit.cli.recipe.RecipeException;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit judge`.
@Command(
    name = "judge",
    description = {
      "Have any OpenAI-compatible judge compare the replies of mosskit respond in pairs, each pair in",
      "both orders, and score them by a rubric. Verdicts that follow the order are ties. Answers are",
      "kept in FILE.journal and not paid for twice.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit judge replies.jsonl --rehearsal --out judged.jsonl",
      "  mosskit judge replies.jsonl --model gpt-4.1-mini --rubric --out judged.jsonl"
    })
final class JudgeCommand extends CommandBase {
  private static final int AT_ONCE = 8;

  @Parameters(paramLabel = "FILE", description = "lines of mosskit respond")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("judged.jsonl");

  @Option(names = "--rubric", description = "score each reply from 1 to 5 by five criteria as well")
  private boolean rubric;

  @Mixin private TeacherMixin teacher = new TeacherMixin();

  /// A line with what the judge says of it.
  ///
  /// @param failure why it says nothing, empty where it does
  private record Judged(Json.Obj line, List<Comparison> comparisons, String failure) {}

  @Override
  ExitCode execute()
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw new CommandFailure(ExitCode.USAGE, "the input " + file + " would be overwritten");
    }
    List<Json.Obj> lines =
        JsonLines.read(
            file,
            line -> {
              ReplySet.of(line);
              return line;
            });
    Path journal = out.resolveSibling(out.getFileName() + ".journal");
    try (JournalledModel model = JournalledModel.open(teacher, journal, "judge", console())) {
      PairJudge judge = new PairJudge(model);
      List<Judged> judged = Crew.map(lines, AT_ONCE, line -> judge(judge, line));
      write(judged, model);
    }
    return ExitCode.DONE;
  }

  private Judged judge(PairJudge judge, Json.Obj line)
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
      requirePassing(e);
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

  /// Stops where no request can succeed.
  static void requirePassing(ChatException e) throws GenerationException {
    if (e.kind() == ChatException.Kind.MISCONFIGURED) {
      throw new GenerationException(
          GenerationException.Kind.TEACHER_MISCONFIGURED, String.valueOf(e.getMessage()));
    }
  }

  private void write(List<Judged> judged, JournalledModel model) throws IOException {
    long failed = 0;
    long pairs = 0;
    long ties = 0;
    long inconsistent = 0;
    try (RecordWriter writer = RecordWriter.create(out)) {
      for (Judged each : judged) {
        if (!each.failure().isEmpty()) {
          failed++;
          console().note(each.line().string("id") + ": " + each.failure());
        }
        for (Comparison comparison : each.comparisons()) {
          pairs++;
          ties += comparison.winner() == Winner.TIE ? 1 : 0;
          inconsistent += comparison.consistent() ? 0 : 1;
        }
        writer.write(each.line());
      }
      writer.commit();
    }
    say(
        Json.object()
            .put("contexts", judged.size())
            .put("pairs", pairs)
            .put("ties", ties)
            .put("inconsistent", inconsistent)
            .put("failed", failed)
            .put("requests_sent", model.ledger().sent())
            .put("answers_reused", model.ledger().reused())
            .build(),
        List.of(
            String.format(
                Locale.ROOT,
                "%,d contexts, %,d pairs in both orders: %,d ties, of which %,d contradicted themselves;"
                    + " %,d contexts not judged; %,d requests sent, %,d answers taken from the journal",
                judged.size(),
                pairs,
                ties,
                inconsistent,
                failed,
                model.ledger().sent(),
                model.ledger().reused())));
  }
}
