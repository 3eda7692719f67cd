package io.mosskit.cli;

import io.mosskit.curation.filter.FilterReport;
import io.mosskit.curation.filter.FilterReport.RuleReport;
import io.mosskit.curation.filter.FilterRun;
import io.mosskit.curation.filter.Profile;
import io.mosskit.schema.io.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit filter`.
@Command(
    name = "filter",
    description = {
      "Hold a corpus against the dialogue profile: named rules for Chinese and English, each of",
      "which drops a dialogue, tags it, or is off.",
      ""
    },
    footer = {
      "",
      "Rules that drop (limit):",
      "  empty_reply, empty_user, too_short (4), too_long (100000), long_user, long_reply (20000),",
      "  repetition (0.4), symbols (0.5), digits (0.6), broken_encoding, unbalanced_fence,",
      "  truncated_end, other_vendor (0 turns)",
      "Rules that tag:",
      "  open_end, self_reference, language_mismatch (0 turns)",
      "",
      "Examples:",
      "  mosskit filter my-data/ --out filtered/",
      "  mosskit filter my-data/ --out filtered/ --rule symbols=0.3 --rule self_reference=drop",
      "  mosskit filter my-data/ --out filtered/ --without digits --without truncated_end",
      "",
      "Written: corpus.jsonl, rejected.jsonl, filters.json."
    })
final class FilterCommand extends CommandBase {

  private static final int DETAIL = 90;

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("filtered");

  @Option(
      names = "--rule",
      paramLabel = "NAME=LIMIT",
      description = "another limit of a rule, or drop, tag or off: symbols=0.3, open_end=drop")
  private List<String> settings = List.of();

  @Option(names = "--without", paramLabel = "NAME", description = "switch a rule off")
  private List<String> without = List.of();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Corpus corpus = read.corpus();
    FilterReport report;
    try (ProgressLine progress = console().progress()) {
      report = FilterRun.run(corpus, profile(), out, progress);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    say(report.json(), lines(report));
    return ExitCode.DONE;
  }

  private Profile profile() {
    Profile profile = Profile.standard();
    for (String setting : settings) {
      profile = profile.with(setting);
    }
    for (String name : without) {
      profile = profile.without(name);
    }
    return profile;
  }

  private List<String> lines(FilterReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d records in, %,d kept, %,d rejected",
            report.records(),
            report.kept(),
            report.rejected()));
    lines.add("");
    Table table = new Table("rule", "action", "dialogues", "the first");
    for (RuleReport rule : report.rules()) {
      table.row(
          rule.rule().filter().name(),
          rule.rule().action().label(),
          rule.dialogues(),
          rule.examples().isEmpty() ? "" : shortened(rule.examples().getFirst().detail()));
    }
    lines.addAll(table.lines());
    lines.add("");
    lines.add("Written to " + out + ": corpus.jsonl, rejected.jsonl, filters.json");
    return lines;
  }

  private static String shortened(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.codePointCount(0, line.length()) <= DETAIL
        ? line
        : line.substring(0, line.offsetByCodePoints(0, DETAIL)) + "…";
  }
}
