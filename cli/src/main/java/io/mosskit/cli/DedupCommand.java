package io.mosskit.cli;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.NearDuplicates;
import io.mosskit.curation.duplicate.Sketches;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.TextFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit dedup`.
@Command(
    name = "dedup",
    description = {
      "Find exact and near duplicates in any JSONL: all pairs of texts whose Jaccard similarity is at",
      "least a threshold, by shingles of five words, or five characters of scripts such as Chinese.",
      "Found are all of them, not most. Of duplicates the one with the highest --priority stays, then",
      "the longest, then the first; a record is dropped only for one that stays.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit dedup corpus.jsonl --text text --id id --threshold 0.7 --clusters clusters.tsv",
      "  mosskit dedup data/ --text content --priority score --clusters clusters.tsv --out kept.jsonl",
      "  mosskit dedup my-data/ --key user-turns --clusters clusters.tsv   # MOSS-003 dialogues",
      "  mosskit dedup corpus.jsonl.gz --text text --clusters c.tsv --signatures corpus.signatures",
      "  mosskit dedup corpus.jsonl --text text --clusters c.tsv --semantic",
      "  mosskit dedup --signatures corpus.signatures --rethreshold 0.8 --clusters stricter.tsv",
      "",
      "Records without the text or the id are counted and go to CLUSTERS.rejected.jsonl.",
      "Exit code 1 where --max-cluster-share stops the run."
    })
final class DedupCommand extends CommandBase {

  private static final double STANDARD_THRESHOLD = 0.7;
  private static final double STANDARD_COSINE = 0.95;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "files or folders: .jsonl or .json, plain, .gz or .zst")
  private List<Path> paths = List.of();

  @Option(
      names = "--text",
      paramLabel = "FIELD",
      description = "the member that holds the text (default: text); a.b is b inside a")
  private @Nullable String text;

  @Option(
      names = "--id",
      paramLabel = "FIELD",
      description = "the member that names the record (default: file and line do)")
  private @Nullable String id;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      converter = CurateCommand.KeyConverter.class,
      description = {
        "read MOSS-003 dialogues and compare by user-turns, first-user-turn,",
        "assistant-turns, plugin-trace or record"
      })
  private @Nullable DuplicateKey key;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "least Jaccard similarity of near-duplicates (default: 0.7)")
  private @Nullable Double threshold;

  @Option(
      names = "--semantic",
      description = {
        "compare embeddings by their cosine instead of shingles (default threshold: 0.95): any",
        "OpenAI-compatible endpoint's, or hashed character n-grams that know no meaning"
      })
  private boolean semantic;

  @Mixin private EmbedderMixin embedder = new EmbedderMixin();

  @Option(
      names = "--priority",
      paramLabel = "FIELD",
      description = "a member with a number: of duplicates the one with the highest stays")
  private @Nullable String priority;

  @Option(
      names = "--clusters",
      required = true,
      paramLabel = "TSV",
      description = "write a row for each dropped record there: kept, dropped, score, kind")
  private Path clusters = Path.of("clusters.tsv");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the records that stay there, as they were read")
  private @Nullable Path out;

  @Option(
      names = "--dropped",
      paramLabel = "FILE",
      description = "write the dropped records there, each with its reason")
  private @Nullable Path dropped;

  @Option(
      names = "--signatures",
      paramLabel = "FILE",
      description = "keep what is compared of each text there, for --rethreshold")
  private @Nullable Path signatures;

  @Option(
      names = "--rethreshold",
      paramLabel = "T",
      description = {
        "decide again at another threshold on the --signatures of an earlier",
        "run; the files are read only for --out and --dropped"
      })
  private @Nullable Double rethreshold;

  @Option(
      names = "--max-cluster-share",
      paramLabel = "SHARE",
      description = {
        "stop before anything is written if a cluster of at least 100 records",
        "takes more than this share of a file (default: only say so, from 0.5)"
      })
  private @Nullable Double maxClusterShare;

  @Option(
      names = "--max-record-bytes",
      paramLabel = "N",
      description = "reject longer records (default: 16777216)")
  private int maxRecordBytes = ReadOptions.defaults().maxRecordBytes();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that read (default: one a processor); results do not depend on it")
  private int threads = ReadOptions.defaults().threads();

  private long unreadable;

  @Override
  ExitCode execute() throws ChatException, CommandFailure, IOException, InterruptedException {
    requireOptionsThatGoTogether();
    DedupFiles.requireOthers(
        paths, kinds(), clusters, out, dropped, signatures, beside(".rejected.jsonl"));
    Path folder = clusters.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (rethreshold != null) {
      decide(Objects.requireNonNull(signatures), rethreshold);
      return ExitCode.DONE;
    }
    Path sketches = signatures == null ? beside(".signatures") : signatures;
    try {
      sketch(sketches);
      decide(sketches, threshold == null ? standardThreshold() : threshold);
    } finally {
      if (signatures == null) {
        Files.deleteIfExists(sketches);
      }
    }
    return ExitCode.DONE;
  }

  private double standardThreshold() {
    return semantic ? STANDARD_COSINE : STANDARD_THRESHOLD;
  }

  private void requireOptionsThatGoTogether() throws CommandFailure {
    DedupFiles.require(
        key == null || (text == null && id == null && priority == null),
        "--key reads dialogues, which have no --text, --id or --priority to name");
    DedupFiles.require(
        rethreshold == null || signatures != null,
        "--rethreshold decides on the --signatures of an earlier run; name their file");
    DedupFiles.require(
        rethreshold == null || threshold == null,
        "--rethreshold takes the place of --threshold; leave one of them out");
    DedupFiles.require(
        rethreshold == null || !semantic,
        "--semantic decides on the texts, not on signatures; leave out --rethreshold");
    DedupFiles.require(rethreshold != null || !paths.isEmpty(), "name the files to read");
    DedupFiles.require(
        rethreshold == null || (out == null && dropped == null) || !paths.isEmpty(),
        "--out and --dropped read the records once more; name their files");
    for (Double bound : new Double[] {threshold, rethreshold, maxClusterShare}) {
      DedupFiles.require(
          bound == null || (bound > 0 && bound <= 1),
          "a threshold or share is above 0 and up to 1, not " + bound);
    }
  }

  private Set<FileKind> kinds() {
    return key == null ? Set.of(FileKind.values()) : Set.of(FileKind.CONVERSATIONS);
  }

  private Path beside(String ending) {
    return clusters.resolveSibling(clusters.getFileName() + ending);
  }

  private DedupInput input() throws IOException, CommandFailure {
    ReadOptions options;
    try {
      options = new ReadOptions(maxRecordBytes, threads);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    return key == null
        ? DedupInput.Texts.of(
            paths, options, new TextFields(text == null ? "text" : text, id, priority))
        : new DedupInput.Dialogues(Corpus.of(paths, options), key);
  }

  private void sketch(Path file) throws IOException, CommandFailure {
    DedupSketching sketching = new DedupSketching(input());
    try (ProgressLine progress = console().progress()) {
      sketching.run(file, beside(".rejected.jsonl"), progress);
    }
    unreadable = sketching.unreadable();
  }

  private DedupDecisions byMeaning(Sketches sketches, double bound, ProgressLine progress)
      throws ChatException, CommandFailure, IOException, InterruptedException {
    try (EmbedderMixin.Opened opened = embedder.open(console())) {
      return new DedupByMeaning(input(), opened.embedder())
          .decide(sketches, bound, folder(), progress);
    }
  }

  private Path folder() {
    Path folder = clusters.toAbsolutePath().getParent();
    return folder == null ? Path.of("").toAbsolutePath() : folder;
  }

  private void decide(Path file, double bound)
      throws ChatException, CommandFailure, IOException, InterruptedException {
    DedupDecisions decisions;
    DedupOutputs outputs;
    try (Sketches sketches = Sketches.open(List.of(file));
        ProgressLine progress = console().progress()) {
      decisions =
          semantic
              ? byMeaning(sketches, bound, progress)
              : DedupDecisions.of(NearDuplicates.resolve(sketches, bound, progress));
      ClusterGuard.check(sketches, decisions, maxClusterShare, console());
      outputs = new DedupOutputs(sketches, decisions, bound);
      outputs.writeClusters(clusters);
      if (out != null || dropped != null) {
        outputs.writeRecords(input(), out, dropped, progress);
      }
    }
    DedupResult result =
        new DedupResult(decisions, outputs.exact(), unreadable, bound, beside(".rejected.jsonl"));
    say(result.json(), List.of(result.line()));
  }
}
