package io.mosskit.cli;

import io.mosskit.curation.report.ReportContext;
import io.mosskit.curation.select.Diversity;
import io.mosskit.curation.select.Measure;
import io.mosskit.curation.select.SelectPlan;
import io.mosskit.curation.select.SelectionSummary;
import io.mosskit.curation.select.TagFilter;
import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit select`.
@Command(
    name = "select",
    description = {
      "Select the better part of a corpus by a number of its records, with quotas for categories and",
      "diversity. Everything else goes to rejected.jsonl, each with its reason.",
      ""
    },
    footer = {
      "",
      "Numbers (--by): turns, user-characters, reply-characters, or the members that lead to a number",
      "below the record's mosskit: likelihood.ifd.mean, likelihood.perplexity, scores.helpfulness.",
      "Joined by * they are multiplied.",
      "",
      "Examples:",
      "  mosskit select scored/scored.jsonl --out best/ --by likelihood.ifd.mean --percent 10",
      "  mosskit select scored/scored.jsonl --out best/ --by likelihood.ifd.mean --greatest 1 \\",
      "      --count 6000 --distance 0.1",
      "  mosskit select corpus.jsonl --out spread/ --by turns --count 500 --farthest",
      "  mosskit select tagged.jsonl --out coding/ --tag language/zh --tag task/coding --tag task/math",
    })
final class SelectCommand extends CommandBase {

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("selected");

  @Option(
      names = "--tag",
      paramLabel = "FACET/NAME",
      description = {
        "choose from records with that tag, as category/writing or language/zh; may be given again:",
        "of one facet any of them, of several facets one of each"
      })
  private List<String> tags = List.of();

  @Option(
      names = "--by",
      paramLabel = "NUMBER",
      description = "what ranks the records (default: the order of the input)")
  private @Nullable String by;

  @Option(names = "--lowest", description = "the lower the better (default: the higher)")
  private boolean lowest;

  @Option(names = "--least", paramLabel = "X", description = "the least that the number may be")
  private @Nullable Double least;

  @Option(names = "--greatest", paramLabel = "X", description = "the greatest that it may be")
  private @Nullable Double greatest;

  @Option(
      names = "--percentiles",
      split = ",",
      arity = "1",
      paramLabel = "FROM,TO",
      description = "between these percentiles of all numbers (default: 0,100)")
  private List<Double> percentiles = List.of(0.0, 100.0);

  @Option(names = "--count", paramLabel = "N", description = "at most so many records")
  private @Nullable Integer count;

  @Option(names = "--percent", paramLabel = "P", description = "at most so many in a hundred")
  private @Nullable Double percent;

  @Option(
      names = "--quota",
      paramLabel = "CATEGORY=N",
      description = "at most so many of that category; may be given again")
  private Map<String, Integer> quotas = Map.of();

  @Option(
      names = "--per-category",
      paramLabel = "N",
      description = "at most so many of each category without a quota of its own")
  private @Nullable Integer perCategory;

  @Option(
      names = "--distance",
      paramLabel = "D",
      description = {
        "pass over records to which a better selected one is nearer than this, in cosine",
        "distance of what the users say (Deita: 0.1)"
      })
  private @Nullable Double distance;

  @Option(
      names = "--farthest",
      description = "begin with the best, then take each time the one farthest from all taken")
  private boolean farthest;

  @Mixin private EmbedderMixin embedder = new EmbedderMixin();

  @Override
  ExitCode execute() throws ChatException, IOException, InterruptedException, CommandFailure {
    SelectPlan plan = plan();
    String title = String.valueOf(read.paths().getFirst().toAbsolutePath().getFileName());
    ReportContext context =
        new ReportContext(title, commandLine(), null, LocalDate.now(console().clock()));
    try (EmbedderMixin.Opened opened = embedder.open(console())) {
      SelectionSummary summary =
          SelectStep.run(read.corpus(), plan, opened.embedder(), out, context, console());
      say(summary.json(), SelectStep.lines(summary, out));
    }
    return ExitCode.DONE;
  }

  private SelectPlan plan() throws CommandFailure {
    if (distance != null && farthest) {
      throw new CommandFailure(ExitCode.USAGE, "give --distance or --farthest, not both");
    }
    if (percentiles.size() != 2) {
      throw new CommandFailure(ExitCode.USAGE, "--percentiles are two numbers, as 10,90");
    }
    try {
      return diverse(
          ranked()
              .withTags(TagFilter.of(tags))
              .withMost(new SelectPlan.Most(optional(count), optional(percent)))
              .withQuotas(new SelectPlan.Quotas(new TreeMap<>(quotas), optional(perCategory))));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private SelectPlan ranked() {
    SelectPlan.Bounds bounds =
        new SelectPlan.Bounds(
            optional(least), optional(greatest), percentiles.get(0), percentiles.get(1));
    return SelectPlan.all().by(Optional.ofNullable(by).map(Measure::named), lowest, bounds);
  }

  private SelectPlan diverse(SelectPlan plan) {
    if (distance != null) {
      return plan.withDiversity(new Diversity.Apart(distance));
    }
    return farthest ? plan.withDiversity(new Diversity.Farthest()) : plan;
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
