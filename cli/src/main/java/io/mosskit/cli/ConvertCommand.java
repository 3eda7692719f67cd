package io.mosskit.cli;

import io.mosskit.cli.convert.Target;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
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
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
      description = "write training text as token ids: the folder of vocab.json and merges.txt")
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
    Path rejects = out.resolveSibling(out.getFileName() + ".rejected.jsonl");
    try (Target target = target();
        RecordWriter rejections = RecordWriter.create(rejects)) {
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
    List<Source> sources = new ArrayList<>();
    for (Map.Entry<FileKind, Corpus> entry :
        Corpus.byKind(read.paths(), read.options()).entrySet()) {
      String form = from == null ? formOf(entry.getKey()) : from;
      if (form != null) {
        sources.add(new Source(entry.getValue(), codec(form)));
      }
    }
    if (sources.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FILES, read.paths() + " holds no dialogues in a form that is known; try --from");
    }
    return sources;
  }

  private static @Nullable String formOf(FileKind kind) {
    return switch (kind) {
      case CONVERSATIONS -> "moss";
      case MESSAGES, SHAREGPT, ALPACA, TRAINING_TEXT -> kind.label();
      case SEEDS, PROMPTS, REJECTIONS, STATISTICS, UNKNOWN -> null;
    };
  }

  private Codec codec(String form) throws CommandFailure {
    try {
      return form.equals("training-text")
          ? Codecs.trainingText(LossMask.named(mask))
          : Codecs.named(form);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private Target target() throws IOException, CommandFailure {
    if (to.equals("moss-files")) {
      return Target.folder(MossFolder.create(out));
    }
    if (tokenizer != null && !to.equals("training-text")) {
      throw new CommandFailure(ExitCode.USAGE, "--tokenizer goes with --to training-text");
    }
    Codec codec = codec(to);
    if (tokenizer == null) {
      Optional<LossTally> tally = plain ? Optional.of(losses) : Optional.empty();
      return Target.lines(RecordWriter.create(out), codec, tally);
    }
    TokenizerMode mode = legacy ? TokenizerMode.LEGACY : TokenizerMode.NEWLINE_PRESERVING;
    Tokenizer moss = MossTokenizer.load(tokenizer, mode);
    LossMask policy = LossMask.named(mask);
    return Target.lines(
        RecordWriter.create(out),
        conversation ->
            TrainingSample.of(TrainingText.of(conversation), moss, policy, maxTokens)
                .map(sample -> sample.json(conversation.recordId())),
        "its first turn has more than " + maxTokens + " tokens; raise --max-tokens");
  }

  private void convert(Source source, Target target, RecordWriter rejections) throws IOException {
    long bytes = source.corpus().bytes();
    boolean native003 = source.codec().name().equals("moss");
    try (Scan<Entry> scan =
            native003
                ? source.corpus().entries()
                : source.corpus().scanValues(source.codec()::entry);
        ProgressLine progress = console().progress()) {
      long records = 0;
      for (Entry entry : scan) {
        Optional<Rejection> refused = convert(entry, target);
        if (refused.isPresent()) {
          rejections.write(refused.get());
          rejected++;
        }
        if (++records % RECORDS_A_STEP == 0) {
          progress.at(
              new Progress.Step(
                  "convert", scan.bytesRead(), bytes, "bytes", Map.of("records", records)));
        }
      }
    }
  }

  private static Optional<Rejection> convert(Entry entry, Target target) throws IOException {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> Optional.of(rejection);
      case Entry.Accepted(Conversation conversation, Origin origin) ->
          target
              .write(conversation)
              .map(why ->
                  new Rejection(
                      Codec.STAGE,
                      "does_not_fit",
                      why,
                      Json.Obj.EMPTY,
                      origin,
                      io.mosskit.schema.io.MossJson.json(conversation)));
    };
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
