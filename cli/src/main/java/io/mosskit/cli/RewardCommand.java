package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.score.PreferencePair;
import io.mosskit.inference.score.PreferenceScorer;
import io.mosskit.inference.score.PreferenceScorer.Rewards;
import io.mosskit.inference.score.Scoring;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit reward`.
@Command(
    name = "reward",
    description = {
      "Say how good both replies of preference pairs are by a scalar preference head, and how often",
      "the head prefers the chosen one. Pairs are {\"chosen\": [utterance, …], \"rejected\": [utterance, …]},",
      "the user's words first.",
      ""
    },
    footer = {
      "",
      "The head is reward_head or v_head beside the weights of the model. No preference model of MOSS",
      "was published: where there is no head, the likelihood gain stands in, a rule that needs no",
      "training (docs/scoring.md#preference-heads).",
      "",
      "Examples:",
      "  mosskit reward pairs.jsonl --model my-reward-model --out rewarded.jsonl",
    })
final class RewardCommand extends CommandBase {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "files or folders of pairs: .jsonl or .json, plain, .gz or .zst")
  private List<Path> paths = List.of();

  @Option(names = "--model", required = true, paramLabel = "DIR", description = "a model folder")
  private Path model = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the pairs with their rewards; FILE.rejected.jsonl has those that are none")
  private Path out = Path.of("rewarded.jsonl");

  @Mixin private BackendMixin backends = new BackendMixin();

  private long pairs;
  private long agreeing;
  private long ties;
  private long rejected;
  private double margins;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Corpus corpus = Corpus.of(paths, ReadOptions.defaults(), Set.of(FileKind.values()));
    String head;
    try (Checkpoint checkpoint = Checkpoints.openModel(model);
        Backend backend =
            backends.load(
                checkpoint,
                model,
                Scoring.tokensAtOnce(checkpoint.config().nPositions()),
                console());
        PreferenceScorer scorer =
            new PreferenceScorer(ScoreStep.model(model, checkpoint, backend));
        RecordWriter rewarded = RecordWriter.create(out);
        RecordWriter others =
            RecordWriter.create(out.resolveSibling(out.getFileName() + ".rejected.jsonl"))) {
      head = scorer.head();
      try (Scan<ValueEntry> scan = corpus.scanValues(entry -> entry)) {
        for (ValueEntry entry : scan) {
          take(entry, scorer, rewarded, others);
        }
      }
      rewarded.commit();
      others.commit();
    }
    say(json(head), lines(head));
    return ExitCode.DONE;
  }

  private void take(
      ValueEntry entry, PreferenceScorer scorer, RecordWriter rewarded, RecordWriter others)
      throws IOException {
    switch (entry) {
      case ValueEntry.Rejected(Rejection rejection) -> reject(rejection, others);
      case ValueEntry.Accepted(Json value, var origin) -> {
        try {
          Rewards rewards = scorer.score(PreferencePair.of(value));
          count(rewards);
          Json.Obj numbers =
              Json.object()
                  .put("head", scorer.head())
                  .put("chosen", rewards.chosen())
                  .put("rejected", rewards.rejected())
                  .put("margin", rewards.margin())
                  .build();
          rewarded.write(((Json.Obj) value).with("reward", numbers));
        } catch (ContextLimitException e) {
          reject(rejection("longer_than_context", e, value, origin), others);
        } catch (IllegalArgumentException e) {
          reject(rejection("no_pair", e, value, origin), others);
        }
      }
    }
  }

  private static Rejection rejection(
      String reason, IllegalArgumentException e, Json value, Origin origin) {
    return new Rejection(
        "reward", reason, String.valueOf(e.getMessage()), Json.Obj.EMPTY, origin, value);
  }

  private void reject(Rejection rejection, RecordWriter others) throws IOException {
    others.write(rejection);
    rejected++;
  }

  private void count(Rewards rewards) {
    pairs++;
    margins += rewards.margin();
    if (rewards.margin() > 0) {
      agreeing++;
    } else if (rewards.margin() == 0) {
      ties++;
    }
  }

  private double agreement() {
    return pairs == 0 ? 0 : (agreeing + 0.5 * ties) / pairs;
  }

  private Json.Obj json(String head) {
    return Json.object()
        .put("head", head)
        .put("pairs", pairs)
        .put("agreeing", agreeing)
        .put("ties", ties)
        .put("agreement", agreement())
        .put("mean_margin", pairs == 0 ? 0 : margins / pairs)
        .put("rejected", rejected)
        .build();
  }

  private List<String> lines(String head) {
    return List.of(
        "Head: " + head,
        String.format(
            Locale.ROOT,
            "%,d pairs: the chosen reply is the better in %,d, %,d ties; agreement %.1f %%, ties half",
            pairs,
            agreeing,
            ties,
            100 * agreement()),
        String.format(Locale.ROOT, "%,d records are no pairs or too long", rejected),
        "Written to " + out);
  }
}
