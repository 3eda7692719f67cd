package io.mosskit.cli;

import io.mosskit.curation.tag.Examples;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.TagModel;
import io.mosskit.curation.tag.TextChoice;
import io.mosskit.curation.tag.TrainingFacts;
import io.mosskit.curation.tag.TrainingPlan;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit tag train`.
@Command(
    name = "train",
    description = {
      "Train a model on labelled examples: seed prompts, dialogues with a category (a person's label",
      "counts more than the declared one), or a .csv table with the columns text and label.",
      "",
      "The same examples and options give the same bytes. The model names its labels, its day, the",
      "fingerprint of its examples and how it did in cross-validation.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tag train datasets/seeds --out category.model",
      "  mosskit tag train labelled.jsonl --text dialogue --out category.model",
      "  mosskit tag train topics.csv --facet topic --out topic.model --date 2026-11-22"
    })
final class TagTrainCommand extends CommandBase {

  @Mixin private LabelledMixin labelled = new LabelledMixin();

  @Option(names = "--out", required = true, paramLabel = "MODEL", description = "the file to write")
  private Path out = Path.of("category.model");

  @Option(
      names = "--facet",
      paramLabel = "NAME",
      description = "what the labels are about (default: category)")
  private String facet = Tag.CATEGORY;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "the day to write into the model (default: today)")
  private @Nullable LocalDate date;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    CommandFailure.requireWords("--facet", facet);
    Examples examples = labelled.examples();
    TrainingPlan plan =
        new TrainingPlan(
            facet,
            labelled.text(),
            date == null ? LocalDate.now(console().clock()) : date,
            labelled.folds(),
            labelled.seed());
    TagModel model = labelled.checked(() -> TagModel.train(examples.examples(), plan));
    model.write(out);
    say(json(model.facts()), lines(model.facts(), examples));
    return ExitCode.DONE;
  }

  private Json.Obj json(TrainingFacts facts) throws IOException {
    return facts.json().with("bytes", Json.of(Files.size(out)));
  }

  private List<String> lines(TrainingFacts facts, Examples examples) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d bytes, %d labels of %,d examples by the %s",
            out,
            Files.size(out),
            facts.labels().size(),
            facts.examples(),
            words(facts.text())));
    lines.add(
        String.format(
            Locale.ROOT,
            "in %d folds: macro-F1 %.3f, accuracy %.3f, calibration error %.3f",
            facts.plan().folds(),
            facts.macroF1(),
            facts.accuracy(),
            facts.calibrationError()));
    lines.add("fingerprint " + facts.fingerprint());
    labelled.passedOver(examples).ifPresent(lines::add);
    return lines;
  }

  private static String words(TextChoice text) {
    return text.label().replace('-', ' ');
  }
}
