package io.mosskit.cli;

import io.mosskit.cli.convert.Target;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import io.mosskit.parquet.ParquetReader;
import io.mosskit.parquet.ParquetWriter;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Tokenizer;
import io.mosskit.schema.convert.Codec;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.convert.LossMask;
import io.mosskit.schema.convert.LossTally;
import io.mosskit.schema.convert.MossFolder;
import io.mosskit.schema.convert.TrainingSample;
import io.mosskit.schema.convert.TrainingText;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelTable;
import io.mosskit.schema.labels.LabelTableOptions;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit convert`.
@Command(
    name = "convert",
    description = {
      "Convert dialogues between MOSS-003 and the forms that trainers read, both ways.",
      "",
      "Forms (docs/formats.md says what each can carry):",
      "  moss           MOSS-003, one record a line",
      "  moss-files     MOSS-003, one object a file, as published",
      "  messages       OpenAI messages with tools and tool_calls",
      "  sharegpt       ShareGPT with function_call and observation",
      "  alpaca         instruction, output, history",
      "  training-text  the text that MOSS is trained on, with its loss mask",
      "  parquet        Parquet, its messages as Hugging Face datasets reads them",
      "  labels         a CSV table to label dialogues in a spreadsheet (to write only)",
      "",
      "What a form cannot say stands in a small member `mosskit` of each record, so that nothing is",
      "lost on the way back; --plain leaves it out and counts what is lost.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit convert corpus.jsonl --to messages --out train.jsonl",
      "  mosskit convert corpus.jsonl --to sharegpt --plain --out train.jsonl",
      "  mosskit convert train.jsonl --to moss --out back.jsonl.zst",
      "  mosskit convert corpus.jsonl --to parquet --out corpus.parquet",
      "  mosskit convert corpus.jsonl --to training-text --mask assistant-only \\",
      "      --tokenizer moss-moon-003-sft/ --out tokens.jsonl",
    })
final class ConvertCommand extends CommandBase {

  private static final int RECORDS_A_STEP = 256;

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(names = "--to", required = true, paramLabel = "FORM", description = "the form to write")
  private String to = "";

  @Option(
      names = "--from",
      paramLabel = "FORM",
      description = "the form of the input (default: told from its first record)")
  private @Nullable String from;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the file (or folder) to write; .gz and .zst are compressed")
  private Path out = Path.of("out.jsonl");

  @Option(names = "--plain", description = "leave out what the form itself cannot say")
  private boolean plain;

  @Option(
      names = "--mask",
      paramLabel = "MASK",
      description = "loss of training text: original (default), assistant-only, everything")
  private String mask = LossMask.ORIGINAL.label();

  @Option(
      names = "--tokenizer",
      paramLabel = "DIR",
      description = "write training text as token ids: the folder of merges.txt, added_tokens.json")
  private @Nullable Path tokenizer;

  @Option(
      names = "--legacy",
      description = "tokenise as the published demo programs do, which lose line breaks")
  private boolean legacy;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "cut training text to this length, by whole turns (default: 2048)")
  private int maxTokens = TrainingSample.ORIGINAL_MAX_TOKENS;

  private final LossTally losses = new LossTally();
  private long rejected;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    read.requireOtherThan(out);
    Path rejects = out.resolveSibling(out.getFileName() + ".rejected.jsonl");
    try (Target target = target();
        RecordWriter rejections = RecordWriter.create(rejects)) {
      for (Path parquet : parquetFiles()) {
        try (ParquetReader in = ParquetReader.open(parquet)) {
          convert(in, target, rejections, _ -> {});
        }
      }
      for (Source source : sources()) {
        convert(source, target, rejections);
      }
      target.commit();
      if (rejected > 0) {
        rejections.commit();
      }
      say(json(target), lines(target, rejects));
    }
    return ExitCode.DONE;
  }

  /// Files of one form.
  private record Source(Corpus corpus, Codec codec) {}

  private List<Source> sources() throws IOException, CommandFailure {
    List<Path> paths = read.paths().stream().filter(path -> !isParquet(path)).toList();
    List<Source> sources = new ArrayList<>();
    for (Map.Entry<FileKind, Corpus> entry : Corpus.byKind(paths, read.options()).entrySet()) {
      String form = from == null ? formOf(entry.getKey()) : from;
      if (form != null) {
        sources.add(new Source(entry.getValue(), codec(form)));
      }
    }
    if (sources.isEmpty() && !paths.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FILES, read.paths() + " holds no dialogues in a form that is known; try --from");
    }
    return sources;
  }

  private List<Path> parquetFiles() {
    return read.paths().stream().filter(ConvertCommand::isParquet).toList();
  }

  private static boolean isParquet(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  private static @Nullable String formOf(FileKind kind) {
    return switch (kind) {
      case CONVERSATIONS -> "moss";
      case MESSAGES, SHAREGPT, ALPACA, TRAINING_TEXT -> kind.label();
      case SEEDS, PROMPTS, REJECTIONS, STATISTICS, DESCRIPTION, DOCUMENTS, UNKNOWN -> null;
    };
  }

  private Codec codec(String form) throws CommandFailure {
    try {
      return form.equals("training-text")
          ? Codecs.trainingText(LossMask.named(mask))
          : Codecs.named(form);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE, e.getMessage() + "; moss-files, parquet and labels go with --to");
    }
  }

  private Target target() throws IOException, CommandFailure {
    if (tokenizer != null && !to.equals("training-text")) {
      throw new CommandFailure(ExitCode.USAGE, "--tokenizer goes with --to training-text");
    }
    return switch (to) {
      case "moss-files" -> Target.folder(MossFolder.create(out));
      case "parquet" -> Target.parquet(ParquetWriter.create(out));
      case "labels" -> Target.labels(LabelTable.create(out, LabelTableOptions.defaults()));
      default -> {
        Codec codec = codec(to);
        if (tokenizer != null) {
          yield tokens(tokenizer);
        }
        RecordWriter lines = RecordWriter.create(out);
        yield plain ? Target.plain(lines, codec, losses) : Target.exact(lines, codec);
      }
    };
  }

  private Target tokens(Path folder) throws IOException {
    TokenizerMode mode = legacy ? TokenizerMode.LEGACY : TokenizerMode.NEWLINE_PRESERVING;
    Tokenizer moss = MossTokenizer.load(folder, mode);
    LossMask policy = LossMask.named(mask);
    return Target.encoded(
        RecordWriter.create(out),
        conversation ->
            TrainingSample.of(TrainingText.of(conversation), moss, policy, maxTokens)
                .map(sample -> sample.json(conversation.recordId())));
  }

  private void convert(Source source, Target target, RecordWriter rejections) throws IOException {
    long bytes = source.corpus().bytes();
    boolean native003 = source.codec().name().equals("moss");
    try (Scan<Entry> scan =
            native003
                ? source.corpus().entries()
                : source.corpus().scanValues(source.codec()::entry);
        ProgressLine progress = console().progress()) {
      convert(
          scan,
          target,
          rejections,
          records ->
              progress.at(
                  new Progress.Step(
                      "convert", scan.bytesRead(), bytes, "bytes", Map.of("records", records))));
    }
  }

  private void convert(
      Iterable<Entry> entries, Target target, RecordWriter rejections, LongConsumer progress)
      throws IOException {
    long records = 0;
    for (Entry entry : entries) {
      Optional<Rejection> refused = convert(entry, target);
      if (refused.isPresent()) {
        rejections.write(refused.get());
        rejected++;
      }
      if (++records % RECORDS_A_STEP == 0) {
        progress.accept(records);
      }
    }
  }

  private Optional<Rejection> convert(Entry entry, Target target) throws IOException {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> Optional.of(rejection);
      case Entry.Accepted(Conversation conversation, Origin origin) ->
          target.write(conversation)
              ? Optional.empty()
              : Optional.of(tooLong(conversation, origin));
    };
  }

  private Rejection tooLong(Conversation conversation, Origin origin) {
    return new Rejection(
        Codec.STAGE,
        "too_many_tokens",
        "meta instruction and first turn have more than %d tokens; raise --max-tokens"
            .formatted(maxTokens),
        Json.object().put("max_tokens", maxTokens).build(),
        origin,
        MossJson.json(conversation));
  }

  private List<String> lines(Target target, Path rejects) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%,d dialogues written to %s", target.records(), out));
    if (rejected > 0) {
      lines.add(String.format(Locale.ROOT, "%,d rejected: %s", rejected, rejects));
    }
    if (!losses.counts().isEmpty()) {
      lines.add("");
      lines.add("Lost, because --plain was given:");
      Table table = new Table("what", "records", "turns or records");
      losses
          .counts()
          .forEach((loss, count) -> table.row(loss.what(), count.records(), count.places()));
      lines.addAll(table.lines());
    }
    return lines;
  }

  private Json.Obj json(Target target) {
    return Json.object()
        .put("written", target.records())
        .put("rejected", rejected)
        .put("lost", losses.json())
        .build();
  }
}
