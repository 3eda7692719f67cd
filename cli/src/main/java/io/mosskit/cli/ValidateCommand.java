package io.mosskit.cli;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.check.JsonSchemas;
import io.mosskit.schema.check.JsonSchemas.JsonSchema;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Glance;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit validate`.
@Command(
    name = "validate",
    description = {
      "Read every record and say what is wrong with it.",
      "",
      "Lenient (the default): a record is invalid if it cannot be read: broken JSON or UTF-8, a",
      "missing field, a key twice … What breaks the rules of the format (commands that do not",
      "parse, citations of nothing) is counted and shown.",
      "Strict: that makes a record invalid too, and each is held against its JSON Schema.",
      "",
      "Files of another kind that the toolkit knows (seed prompts, rejections …) are held against",
      "the JSON Schema of their kind.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit validate my-data/",
      "  mosskit validate --strict corpus.jsonl --rejects invalid.jsonl",
      "  mosskit validate datasets/seeds/",
      "",
      "Exit code 1 where a record is invalid."
    })
final class ValidateCommand extends CommandBase {

  private static final long PROGRESS_EVERY = 256;

  @Mixin private ReadMixin read = new ReadMixin();

  private boolean strict;

  @Option(
      names = "--strict",
      description = "the rules of the format and the JSON Schemas decide as well")
  @SuppressWarnings("UnusedMethod") // picocli calls it
  private void strict(boolean on) {
    strict = on;
  }

  @Option(names = "--lenient", description = "what can be read is valid (the default)")
  @SuppressWarnings("UnusedMethod") // picocli calls it
  private void lenient(boolean on) {
    strict &= !on;
  }

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "write the invalid records there, each with its reason")
  private @Nullable Path rejects;

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "how many invalid records to show (default: 20)")
  private int show = 20;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (rejects != null) {
      read.requireOtherThan(rejects);
    }
    ValidationSummary summary = new ValidationSummary(strict, show);
    Map<FileKind, Corpus> corpora = corpora();
    try (RecordWriter out = rejects == null ? null : RecordWriter.create(rejects)) {
      for (Map.Entry<FileKind, Corpus> corpus : corpora.entrySet()) {
        validate(corpus.getKey(), corpus.getValue(), summary, out);
      }
      if (out != null) {
        out.commit();
      }
    }
    say(summary.json(), summary.lines());
    return summary.invalid() > 0 ? ExitCode.FOUND : ExitCode.DONE;
  }

  private Map<FileKind, Corpus> corpora() throws IOException, CommandFailure {
    Map<FileKind, Corpus> corpora = Corpus.byKind(read.paths(), read.options());
    corpora.keySet().removeIf(kind -> !JsonSchemas.NAMES.contains(kind.label()));
    if (corpora.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FILES,
          read.paths() + " holds no .jsonl, .ndjson or .json file of a kind that is known");
    }
    return corpora;
  }

  private void validate(
      FileKind kind, Corpus corpus, ValidationSummary summary, @Nullable RecordWriter out)
      throws IOException {
    JsonSchema schema = JsonSchemas.named(kind.label());
    long total = corpus.bytes();
    long records = 0;
    summary.beginKind(kind, corpus.files().size());
    try (Scan<Checked> scan =
            kind == FileKind.CONVERSATIONS
                ? scanDialogues(corpus, schema)
                : corpus.scanValues(entry -> checkValue(entry, schema));
        ProgressLine progress = console().progress()) {
      for (Checked checked : scan) {
        Rejection rejection = summary.add(checked);
        if (rejection != null && out != null) {
          out.write(rejection);
        }
        if (++records % PROGRESS_EVERY == 0) {
          progress.at(
              new Progress.Step(
                  "read " + kind.label(),
                  scan.bytesRead(),
                  total,
                  "bytes",
                  Map.of("records", records)));
        }
      }
    }
  }

  /// What validation found out about one record.
  sealed interface Checked {

    /// A record that can be read.
    ///
    /// @param turns how many turns it has, 0 for what is no dialogue
    /// @param schema where it is not as its JSON Schema wants it
    /// @param findings where it breaks the rules of the format
    /// @param record the record, null where there is nothing to say about it
    record Read(
        Origin origin,
        int turns,
        List<String> schema,
        List<Finding> findings,
        @Nullable Json record)
        implements Checked {}

    record Rejected(Rejection rejection) implements Checked {}
  }

  private Scan<Checked> scanDialogues(Corpus corpus, JsonSchema schema) {
    return strict
        ? corpus.scan(entry -> checkDialogue(entry, schema))
        : corpus.glance(glance ->
            switch (glance) {
              case Glance.Clean(Origin origin, int turns) ->
                  new Checked.Read(origin, turns, List.of(), List.of(), null);
              case Glance.Whole(Entry entry) -> checkDialogue(entry, schema);
            });
  }

  private Checked checkDialogue(Entry entry, JsonSchema schema) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Checked.Rejected(rejection);
      case Entry.Accepted(Conversation conversation, Origin origin) -> {
        List<Finding> findings = ConversationCheck.violations(conversation);
        List<String> violations =
            strict ? schema.violations(MossJson.json(conversation)) : List.of();
        boolean clean = findings.isEmpty() && violations.isEmpty();
        yield new Checked.Read(
            origin,
            conversation.turns().size(),
            violations,
            findings,
            clean ? null : MossJson.json(conversation));
      }
    };
  }

  private static Checked checkValue(ValueEntry entry, JsonSchema schema) {
    return switch (entry) {
      case ValueEntry.Rejected(Rejection rejection) -> new Checked.Rejected(rejection);
      case ValueEntry.Accepted(Json value, Origin origin) -> {
        List<String> violations = schema.violations(value);
        yield new Checked.Read(
            origin, 0, violations, List.of(), violations.isEmpty() ? null : value);
      }
    };
  }
}
