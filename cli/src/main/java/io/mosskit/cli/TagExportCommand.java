package io.mosskit.cli;

import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tagger;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelTable;
import io.mosskit.schema.labels.LabelTableOptions;
import io.mosskit.schema.labels.LabelWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit tag export`.
@Command(
    name = "export",
    description = {
      "Write a label table for people, the dialogues whose category is most uncertain first. What a",
      "model thinks of each stands in it; see docs/labels.md for how to fill it in.",
      "",
      "Dialogues that a person has labelled or that declare their category come last.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tag export my-data/ --out labels.csv",
      "  mosskit tag export my-data/ --out labels.csv --limit 200 --delimiter semicolon"
    })
final class TagExportCommand extends CommandBase {

  @Mixin private ReadMixin read = new ReadMixin();
  @Mixin private TaggerMixin options = new TaggerMixin();

  @Option(names = "--out", required = true, paramLabel = "CSV", description = "the table to write")
  private Path out = Path.of("labels.csv");

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "rows at most, held in memory (default: 1000)")
  private int limit = 1_000;

  @Option(
      names = "--delimiter",
      paramLabel = "WHICH",
      description = "comma, semicolon or tab (default: comma)")
  private LabelTableOptions.Delimiter delimiter = LabelTableOptions.Delimiter.COMMA;

  /// A row to be.
  ///
  /// @param number of the dialogue in its corpus
  private record Candidate(long number, Conversation conversation, Optional<Tag> category) {

    private static final Comparator<Candidate> LEAST_CERTAIN_FIRST =
        Comparator.comparingDouble(Candidate::confidence).thenComparingLong(Candidate::number);

    double confidence() {
      return category.map(Tag::confidence).orElse(0.0);
    }
  }

  private long number;
  private long unreadable;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (limit < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--limit is 1 or more, not " + limit);
    }
    if (Files.exists(out)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          out
              + " is there already, and people may have filled it in; name another file, or remove it");
    }
    PriorityQueue<Candidate> candidates = candidates();
    List<Candidate> rows = candidates.stream().sorted(Candidate.LEAST_CERTAIN_FIRST).toList();
    LabelTableOptions table = LabelTableOptions.defaults().withDelimiter(delimiter);
    try (LabelWriter writer = LabelTable.create(out, table)) {
      for (Candidate row : rows) {
        write(row, writer);
      }
      writer.commit();
    }
    say(
        Json.object()
            .put("rows", rows.size())
            .put("dialogues", number)
            .put("unreadable", unreadable)
            .build(),
        List.of(
            String.format(
                Locale.ROOT, "%,d of %,d dialogues written to %s", rows.size(), number, out)));
    return ExitCode.DONE;
  }

  /// The least certain, the most certain of them at the head.
  private PriorityQueue<Candidate> candidates() throws IOException, CommandFailure {
    PriorityQueue<Candidate> least = new PriorityQueue<>(Candidate.LEAST_CERTAIN_FIRST.reversed());
    try (Tagger tagger = options.taggerOfAll();
        Scan<Optional<Candidate>> scan = read.corpus().scan(entry -> candidate(entry, tagger))) {
      for (Optional<Candidate> found : scan) {
        if (found.isEmpty()) {
          unreadable++;
        } else {
          Candidate read = found.get();
          least.add(new Candidate(number++, read.conversation(), read.category()));
          if (least.size() > limit) {
            least.remove();
          }
        }
      }
    }
    return least;
  }

  private static Optional<Candidate> candidate(Entry entry, Tagger tagger) {
    return switch (entry) {
      case Entry.Rejected _ -> Optional.empty();
      case Entry.Accepted(Conversation conversation, var _) -> {
        Optional<Tag> category =
            tagger.tags(conversation, Measures.of(conversation)).stream()
                .filter(tag -> tag.facet().equals(Tag.CATEGORY))
                .findFirst();
        yield Optional.of(new Candidate(0, conversation, category));
      }
    };
  }

  private static void write(Candidate row, LabelWriter writer) throws IOException {
    Conversation conversation = row.conversation();
    Optional<Tag> category = row.category();
    if (category.isEmpty() || conversation.recordId().isBlank()) {
      writer.write(conversation);
      return;
    }
    Tag tag = category.get();
    switch (tag.origin()) {
      case HUMAN, DECLARED -> writer.write(conversation);
      case RULE, MODEL ->
          writer.write(
              conversation,
              new Label(
                  conversation.recordId(),
                  tag.value(),
                  tag.confidence(),
                  tag.origin(),
                  null,
                  null,
                  null));
    }
  }
}
