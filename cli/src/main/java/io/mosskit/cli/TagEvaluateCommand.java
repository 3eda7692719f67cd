package io.mosskit.cli;

import io.mosskit.curation.tag.Evaluation;
import io.mosskit.curation.tag.Evaluation.Bin;
import io.mosskit.curation.tag.Evaluation.LabelScore;
import io.mosskit.curation.tag.EvaluationTable;
import io.mosskit.curation.tag.Example;
import io.mosskit.curation.tag.Examples;
import io.mosskit.curation.tag.TagModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit tag evaluate`.
@Command(
    name = "evaluate",
    description = {
      "Measure how well labels can be learned: each fifth of the examples is labelled by a model of",
      "the other four. Or, with --model, how well a model does on examples that it has not seen.",
      "",
      "Each fold has the same share of every label; near-twins lie in one fold.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tag evaluate datasets/seeds",
      "  mosskit tag evaluate my-data/ --text dialogue --csv confusion.csv",
      "  mosskit tag evaluate my-data/ --repeats 10     # figures that depend less on chance",
      "  mosskit tag evaluate my-data/ --model category.model --json"
    })
final class TagEvaluateCommand extends CommandBase {

  @Mixin private LabelledMixin labelled = new LabelledMixin();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "measure this model instead of training any; --text is then the model's own")
  private @Nullable Path model;

  @Option(
      names = "--split-twins",
      description = "let near-twins lie in different folds, as most published figures do")
  private boolean splitTwins;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "divide N times, with the next seed each time, and count all (default: 1)")
  private int repeats = 1;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "write the confusion matrix and the figures of each label as CSV")
  private @Nullable Path csv;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Path trained = model;
    Examples examples;
    Evaluation evaluation;
    if (trained != null) {
      TagModel of = TagModel.read(trained);
      examples = labelled.examples(of.facts().text());
      evaluation = evaluation(of, examples.examples());
    } else {
      examples = labelled.examples();
      evaluation = crossValidation(examples.examples());
    }
    if (csv != null) {
      EvaluationTable.write(evaluation, csv);
    }
    List<String> lines = lines(evaluation);
    labelled.passedOver(examples).ifPresent(lines::add);
    say(evaluation.json(), lines);
    return ExitCode.DONE;
  }

  private Evaluation crossValidation(List<Example> examples) throws CommandFailure {
    int folds = labelled.folds();
    if (repeats < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--repeats is 1 or more, not " + repeats);
    }
    @Nullable Evaluation all = null;
    for (int i = 0; i < repeats; i++) {
      long seed = labelled.seed() + i;
      Evaluation once =
          labelled.checked(() -> TagModel.crossValidate(examples, folds, seed, !splitTwins));
      if (all == null) {
        all = once;
      } else {
        all.addAll(once);
      }
    }
    return Objects.requireNonNull(all);
  }

  private static Evaluation evaluation(TagModel model, List<Example> examples) {
    TreeSet<String> labels = new TreeSet<>(model.facts().labels());
    examples.forEach(example -> labels.add(example.label()));
    Evaluation evaluation = new Evaluation(List.copyOf(labels));
    for (Example example : examples) {
      TagModel.Prediction prediction = model.predict(example.words());
      evaluation.add(example.label(), prediction.label(), prediction.confidence());
    }
    return evaluation;
  }

  private static List<String> lines(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d examples: macro-F1 %.3f, accuracy %.3f, calibration error %.3f",
            evaluation.total(),
            evaluation.macroF1(),
            evaluation.accuracy(),
            evaluation.calibrationError()));
    lines.add("");
    Table scores = new Table("label", "examples", "precision", "recall", "F1");
    for (LabelScore score : evaluation.scores()) {
      scores.row(
          score.label(),
          score.count(),
          decimal(score.precision()),
          decimal(score.recall()),
          decimal(score.f1()));
    }
    lines.addAll(scores.lines());
    lines.add("");
    lines.add("Rows are what is true, columns what was predicted, in the same order:");
    lines.addAll(confusion(evaluation).lines());
    lines.add("");
    lines.add("Confidence, and how much of it was right:");
    Table bins = new Table("from", "predictions", "mean confidence", "accuracy");
    for (Bin bin : evaluation.bins()) {
      bins.row(bin.from(), bin.count(), decimal(bin.confidence()), decimal(bin.accuracy()));
    }
    lines.addAll(bins.lines());
    return lines;
  }

  private static Table confusion(Evaluation evaluation) {
    List<String> labels = evaluation.labels();
    List<String> heading = new ArrayList<>(List.of("", "label"));
    for (int i = 1; i <= labels.size(); i++) {
      heading.add(Integer.toString(i));
    }
    Table table = new Table(heading.toArray(String[]::new));
    for (int i = 0; i < labels.size(); i++) {
      List<Object> row = new ArrayList<>(List.of(i + 1, labels.get(i)));
      for (String predicted : labels) {
        row.add(evaluation.count(labels.get(i), predicted));
      }
      table.row(row.toArray());
    }
    return table;
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
