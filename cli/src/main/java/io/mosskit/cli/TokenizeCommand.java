package io.mosskit.cli;

import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit tokenize`.
@Command(
    name = "tokenize",
    description = {
      "Turn texts into the token ids of a model, or with --decode ids into text. Reads JSON lines",
      "from files or standard input: a string, or an object whose member `text` is one; the ids come",
      "out as its member `ids`. With --decode it is the other way round.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tokenize --model moss-moon-003-sft texts.jsonl --out ids.jsonl",
      "  mosskit tokenize --model moss-moon-003-sft --decode ids.jsonl",
      "  mosskit tokenize --model tiny --legacy --field user_prompt seeds/",
      "",
      "Exit code 1 where a line has no text or no ids of the model; the others are still written."
    })
final class TokenizeCommand extends CommandBase {

  private static final Path STANDARD_INPUT = Path.of("stdin");

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "files or folders: .jsonl or .json, plain, .gz or .zst (default: standard input)")
  private List<Path> paths = List.of();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "a folder with merges.txt, added_tokens.json and, mostly, vocab.json")
  private Path model = Path.of("");

  @Option(
      names = "--legacy",
      description = {
        "strip white space beside runs of blanks and tabs, as transformers 4.25.1",
        "does, for which MOSS's programs were written (default: keep it)"
      })
  private boolean legacy;

  @Option(names = "--decode", description = "from ids to text")
  private boolean decode;

  @Option(
      names = "--control-tokens",
      description = {
        "<eom>, <|endoftext|> and the like in a text are the tokens of that name",
        "(default: text like any other, which cannot end a turn)"
      })
  private boolean controlTokens;

  @Option(
      names = "--field",
      paramLabel = "NAME",
      description = "the member that holds the text (default: text)")
  private String field = "text";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write there (default: standard output)")
  private @Nullable Path out;

  private long done;
  private long rejected;

  @Override
  ExitCode execute() throws IOException {
    MossTokenizer tokenizer =
        MossTokenizer.load(model, legacy ? TokenizerMode.LEGACY : TokenizerMode.NEWLINE_PRESERVING);
    TokenizedRecord.Rule rule =
        decode
            ? record -> TokenizedRecord.decoded(record, tokenizer, field)
            : record -> TokenizedRecord.encoded(record, tokenizer, field, controls());
    if (out == null) {
      convert(rule, record -> console().out().println(record.text()));
      console().out().flush();
    } else {
      try (RecordWriter writer = RecordWriter.create(out)) {
        convert(rule, writer::write);
        writer.commit();
      }
    }
    console().note("%d lines done, %d rejected".formatted(done, rejected));
    return rejected == 0 ? ExitCode.DONE : ExitCode.FOUND;
  }

  private ControlTokens controls() {
    return controlTokens ? ControlTokens.RECOGNISED : ControlTokens.AS_TEXT;
  }

  /// Takes a record that is done.
  private interface Sink {
    void write(Json.Obj record) throws IOException;
  }

  private void convert(TokenizedRecord.Rule rule, Sink sink) throws IOException {
    if (paths.isEmpty()) {
      convertStandardInput(rule, sink);
      return;
    }
    Corpus corpus = Corpus.of(paths, ReadOptions.defaults(), Set.of(FileKind.values()));
    try (Scan<TokenizedRecord> scan = corpus.scanValues(entry -> convert(rule, entry))) {
      for (TokenizedRecord record : scan) {
        write(record, sink);
      }
    }
  }

  private static TokenizedRecord convert(TokenizedRecord.Rule rule, ValueEntry entry) {
    return switch (entry) {
      case ValueEntry.Accepted(Json record, Origin origin) -> rule.of(record).at(origin);
      case ValueEntry.Rejected(var rejection) -> new TokenizedRecord.Rejected(rejection.toString());
    };
  }

  private void convertStandardInput(TokenizedRecord.Rule rule, Sink sink) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        write(parse(rule, line).at(new Origin(STANDARD_INPUT, number, 0)), sink);
      }
    }
  }

  private static TokenizedRecord parse(TokenizedRecord.Rule rule, String line) {
    try {
      return rule.of(Json.parse(line));
    } catch (JsonException e) {
      return new TokenizedRecord.Rejected("no JSON: " + e.getMessage());
    }
  }

  private void write(TokenizedRecord record, Sink sink) throws IOException {
    switch (record) {
      case TokenizedRecord.Done(Json.Obj json) -> {
        sink.write(json);
        done++;
      }
      case TokenizedRecord.Rejected(String problem) -> {
        console().note(problem);
        rejected++;
      }
    }
  }
}
