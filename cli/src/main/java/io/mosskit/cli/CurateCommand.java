package io.mosskit.cli;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.report.ReportContext;
import io.mosskit.schema.io.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `mosskit curate`.
@Command(
    name = "curate",
    description = {
      "Filter, tag and deduplicate a corpus into a folder, and on request scrub and decontaminate it:",
      "corpus.jsonl (what is kept), rejected.jsonl (everything else, each with its reason),",
      "clusters.tsv, stats.json, report.html and a dataset card.",
      ""
    },
    footer = {
      "",
      "Keys by which duplicates are told (--key):",
      "  user-turns        what the user says in all turns; the default",
      "  first-user-turn   what the user says first",
      "  assistant-turns   the replies",
      "  plugin-trace      commands and results; dialogues without plugins are not compared",
      "  record            the whole record as it stands, as tools do that know no roles",
      "",
      "Examples:",
      "  mosskit curate my-data/ --out curated/",
      "  mosskit curate a.jsonl b.jsonl.gz --out curated/ --key first-user-turn --threshold 0.8",
      "  mosskit curate my-data/ --out curated/ --scrub --evaluation ceval.csv gsm8k.jsonl",
      "  mosskit curate batch-2/ --out curated-2/ --against known/   # and against all before",
      "",
      "A run that was stopped goes on with the same command.",
    })
final class CurateCommand extends CommandBase {

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("curated");

  @Mixin private CurationMixin stages = new CurationMixin();

  @Option(
      names = "--keep-work",
      description = {
        "leave the drafts in DIR/work: the same command then decides again by another --threshold,",
        "--max-cluster-share or --against without reading the corpus"
      })
  private boolean keepWork;

  @Option(names = "--title", paramLabel = "TEXT", description = "title of report and card")
  private @Nullable String title;

  @Option(
      names = "--licence",
      paramLabel = "NAME",
      description = "licence to state in the card, as an SPDX id (default: none is stated)")
  private @Nullable String licence;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    CommandFailure.requireWords("--title", title);
    CommandFailure.requireWords("--licence", licence);
    Corpus corpus = read.corpus();
    Path first = read.paths().getFirst().toAbsolutePath().normalize();
    ReportContext context =
        new ReportContext(
            title == null ? String.valueOf(first.getFileName()) : title,
            commandLine(),
            licence,
            LocalDate.now(console().clock()));
    CurationSummary summary =
        CurateStep.run(corpus, stages.plan(), keepWork, out, context, console());
    say(summary.json(), CurateStep.lines(summary, out));
    return ExitCode.DONE;
  }

  /// Reads `user-turns` as well as `user_turns`.
  static final class KeyConverter implements ITypeConverter<DuplicateKey> {

    @Override
    public DuplicateKey convert(String value) {
      return named(value)
          .orElseThrow(() -> new TypeConversionException("'" + value + "' is none of " + names()));
    }

    static Optional<DuplicateKey> named(String name) {
      String label = name.toLowerCase(Locale.ROOT).replace('-', '_');
      return List.of(DuplicateKey.values()).stream()
          .filter(key -> key.label().equals(label))
          .findFirst();
    }

    static List<String> names() {
      return List.of(DuplicateKey.values()).stream()
          .map(key -> key.label().replace('_', '-'))
          .toList();
    }
  }
}
