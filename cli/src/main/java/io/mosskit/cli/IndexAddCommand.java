package io.mosskit.cli;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.neighbour.IndexAddition;
import io.mosskit.curation.neighbour.IndexForm;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit index add`.
@Command(
    name = "add",
    description = {
      "Add the dialogues of a curated corpus to an index, all of them or, when it is stopped,"
          + " none.",
      "The index is made where it is absent.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit index add curated/corpus.jsonl --index everything",
      "  mosskit index add october/corpus.jsonl --index by-reply --key assistant-turns --batch 十月"
    })
final class IndexAddCommand extends CommandBase {
  private static final int RECORDS_A_STEP = 1024;

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(
      names = "--index",
      required = true,
      paramLabel = "INDEX",
      description = "the folder of the index")
  private Path index = Path.of("index");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      converter = CurateCommand.KeyConverter.class,
      description = "what makes two dialogues duplicates (default: user-turns)")
  private DuplicateKey key = DuplicateKey.USER_TURNS;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "the lowest threshold that will be asked for, for a new index (default: 0.7)")
  private double threshold = 0.7;

  @Option(
      names = "--batch",
      paramLabel = "NAME",
      description = "names what is added; an index has a name once (default: the paths)")
  private @Nullable String batch;

  private long unread;

  /// A dialogue as the index wants it.
  private record Added(String id, Shingles text) {}

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Corpus corpus = read.corpus();
    String name = batch == null ? String.join(" ", names()) : batch;
    int records;
    try (IndexAddition addition = IndexAddition.to(index, form(), name)) {
      add(corpus, addition);
      addition.commit();
      records = addition.size();
    }
    say(
        Json.object().put("batch", name).put("records", records).put("unreadable", unread).build(),
        List.of(
            String.format(
                Locale.ROOT,
                "%,d records added to %s as the batch %s; %,d unreadable",
                records,
                index,
                name,
                unread)));
    return ExitCode.DONE;
  }

  private List<String> names() {
    return read.paths().stream().map(Path::toString).toList();
  }

  private IndexForm form() throws IOException, CommandFailure {
    try {
      return IndexForm.in(index, key.label(), threshold);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private void add(Corpus corpus, IndexAddition addition) throws IOException {
    try (Scan<Optional<Added>> scan = corpus.scan(this::added);
        ProgressLine progress = console().progress()) {
      long records = 0;
      for (Optional<Added> added : scan) {
        if (added.isPresent()) {
          addition.add(added.get().id(), added.get().text());
        } else {
          unread++;
        }
        if (++records % RECORDS_A_STEP == 0) {
          progress.at(
              new Progress.Step(
                  "index", scan.bytesRead(), corpus.bytes(), "bytes", Map.of("records", records)));
        }
      }
    }
  }

  private Optional<Added> added(Entry entry) {
    return switch (entry) {
      case Entry.Accepted(Conversation conversation, _) ->
          Optional.of(new Added(conversation.recordId(), Shingles.of(key.units(conversation))));
      case Entry.Rejected _ -> Optional.empty();
    };
  }
}
