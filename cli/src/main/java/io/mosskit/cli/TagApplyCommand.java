package io.mosskit.cli;

import io.mosskit.curation.tag.Languages;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tagger;
import io.mosskit.curation.tag.Tags;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
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
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit tag apply`.
@Command(
    name = "apply",
    description = {
      "Write each dialogue with its tags beside it, under mosskit.tags, and the languages of its",
      "turns under mosskit.languages. What people have said of it stays; older tags of mosskit are",
      "replaced. Records that cannot be read go to FILE.rejected.jsonl.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tag apply my-data/ --out tagged.jsonl",
      "  mosskit tag apply my-data/ --out tagged.jsonl.gz --model category.model --rules rules.csv"
    })
final class TagApplyCommand extends CommandBase {

  private static final int RECORDS_A_STEP = 1024;

  @Mixin private ReadMixin read = new ReadMixin();
  @Mixin private TaggerMixin options = new TaggerMixin();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("tagged.jsonl");

  /// A facet, and what is said about it.
  private record Value(String facet, String value) implements Comparable<Value> {
    @Override
    public int compareTo(Value other) {
      int order = facet.compareTo(other.facet);
      return order != 0 ? order : value.compareTo(other.value);
    }
  }

  /// A dialogue with its tags, or why there is none.
  private sealed interface Tagged {
    record Dialogue(Conversation conversation, List<Tag> tags) implements Tagged {}

    record Rejected(Rejection rejection) implements Tagged {}
  }

  private final Map<Value, Long> counts = new TreeMap<>();
  private long tagged;
  private long rejected;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    read.requireOtherThan(out);
    Corpus corpus = read.corpus();
    try (Tagger tagger = options.tagger();
        Scan<Tagged> scan = corpus.scan(entry -> tag(entry, tagger));
        RecordWriter writer = RecordWriter.create(out);
        RecordWriter rejections = RecordWriter.create(Decisions.rejectsOf(out));
        ProgressLine progress = console().progress()) {
      for (Tagged record : scan) {
        write(record, writer, rejections);
        if ((tagged + rejected) % RECORDS_A_STEP == 0) {
          progress.at(
              new Progress.Step(
                  "tag", scan.bytesRead(), corpus.bytes(), "bytes", Map.of("records", tagged)));
        }
      }
      writer.commit();
      if (rejected > 0) {
        rejections.commit();
      }
    }
    say(json(), lines());
    return ExitCode.DONE;
  }

  private static Tagged tag(Entry entry, Tagger tagger) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Tagged.Rejected(rejection);
      case Entry.Accepted(Conversation conversation, var _) -> {
        List<Tag> tags = tagger.tags(conversation, Measures.of(conversation));
        Json languages =
            Json.of(
                tagger.languages(conversation).stream()
                    .map(Languages.TurnLanguages::json)
                    .toList());
        yield new Tagged.Dialogue(
            Tags.beside(conversation, tags).withMosskit(Languages.MEMBER, languages), tags);
      }
    };
  }

  private void write(Tagged record, RecordWriter writer, RecordWriter rejections)
      throws IOException {
    switch (record) {
      case Tagged.Dialogue(Conversation conversation, List<Tag> tags) -> {
        writer.write(conversation);
        tags.forEach(tag -> counts.merge(new Value(tag.facet(), tag.value()), 1L, Long::sum));
        tagged++;
      }
      case Tagged.Rejected(Rejection rejection) -> {
        rejections.write(rejection);
        rejected++;
      }
    }
  }

  private Json.Obj json() {
    Map<String, Json> facets = new TreeMap<>();
    counts.forEach((tag, count) ->
        facets.merge(
            tag.facet(),
            Json.object().put(tag.value(), count).build(),
            (old, _) -> ((Json.Obj) old).with(tag.value(), Json.of(count))));
    return Json.object()
        .put("tagged", tagged)
        .put("rejected", rejected)
        .put("tags", Json.of(facets))
        .build();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%,d dialogues written to %s", tagged, out));
    if (rejected > 0) {
      lines.add(String.format(Locale.ROOT, "%,d rejected: %s", rejected, Decisions.rejectsOf(out)));
    }
    Table table = new Table("facet", "tag", "dialogues");
    counts.forEach((tag, count) -> table.row(tag.facet(), tag.value(), count));
    lines.add("");
    lines.addAll(table.lines());
    return lines;
  }
}
