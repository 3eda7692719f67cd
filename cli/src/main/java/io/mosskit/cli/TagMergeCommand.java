package io.mosskit.cli;

import io.mosskit.curation.tag.PeopleLabels;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit tag merge`.
@Command(
    name = "merge",
    description = {
      "Write the corpus with what people have said in label tables: each label with who gave it and",
      "when. Dialogues of which the tables say different things keep what they had, and are listed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tag merge tagged.jsonl --labels labels.csv --by anna --out labelled.jsonl",
      "  mosskit tag merge my-data/ --labels a.csv b.csv --by team --tags fun,dull --out all.jsonl",
      "",
      "Exit code 1 where a row cannot be read, names a dialogue that is not there, or contradicts",
      "another."
    })
final class TagMergeCommand extends CommandBase {

  private static final int SHOWN = 20;

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(
      names = "--labels",
      required = true,
      arity = "1..*",
      paramLabel = "CSV",
      description = "label tables that people have filled in")
  private List<Path> tables = List.of();

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "who has labelled, where a row does not say")
  private String by = "";

  @Option(
      names = "--tags",
      split = ",",
      paramLabel = "NAME",
      description = "labels of your own that are allowed beside the categories")
  private List<String> tags = List.of();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("labelled.jsonl");

  private long written;
  private long labelled;
  private long rejected;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    read.requireOtherThan(out);
    InputMixin.requireOtherThan(tables, Set.of(), out);
    PeopleLabels people = new PeopleLabels(Set.copyOf(tags));
    Instant now = console().clock().instant();
    for (Path table : tables) {
      people.add(table, by, now);
    }
    Set<String> missing = new TreeSet<>(people.labels().keySet());
    write(people, missing);
    say(json(people, missing), lines(people, missing));
    boolean clean =
        people.rejections().isEmpty() && people.conflicts().isEmpty() && missing.isEmpty();
    return clean ? ExitCode.DONE : ExitCode.FOUND;
  }

  private void write(PeopleLabels people, Set<String> missing) throws IOException, CommandFailure {
    try (Scan<Entry> scan = read.corpus().entries();
        RecordWriter writer = RecordWriter.create(out);
        RecordWriter rejections = RecordWriter.create(Decisions.rejectsOf(out))) {
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Accepted(Conversation before, var _) -> {
            Conversation after = people.apply(before);
            writer.write(after);
            missing.remove(before.recordId());
            written++;
            labelled += after.equals(before) ? 0 : 1;
          }
          case Entry.Rejected(Rejection rejection) -> {
            rejections.write(rejection);
            rejected++;
          }
        }
      }
      writer.commit();
      if (rejected > 0) {
        rejections.commit();
      }
    }
  }

  private List<String> lines(PeopleLabels people, Set<String> missing) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d dialogues written to %s, %,d with new labels",
            written,
            out,
            labelled));
    if (rejected > 0) {
      lines.add(String.format(Locale.ROOT, "%,d rejected: %s", rejected, Decisions.rejectsOf(out)));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d rows without a label, %,d not confirmed (origin is not human), %,d unreadable",
            people.unlabelled(),
            people.unconfirmed(),
            people.rejections().size()));
    people.rejections().stream().limit(SHOWN).map(it -> "  " + it).forEach(lines::add);
    if (!missing.isEmpty()) {
      lines.add(missing.size() + " labelled dialogues are not in the corpus:");
      missing.stream().limit(SHOWN).map(id -> "  " + id).forEach(lines::add);
    }
    if (!people.conflicts().isEmpty()) {
      lines.add(
          people.conflicts().size() + " dialogues with conflicting labels, left as they were:");
      Table table = new Table("id", "label", "by", "at");
      people.conflicts().values().stream()
          .flatMap(List::stream)
          .forEach(label ->
              table.row(
                  label.id(),
                  label.category(),
                  String.valueOf(label.annotator()),
                  String.valueOf(label.at())));
      lines.addAll(table.lines());
    }
    return lines;
  }

  private Json.Obj json(PeopleLabels people, Set<String> missing) {
    List<Json> conflicts = new ArrayList<>();
    people.conflicts().values().stream()
        .flatMap(List::stream)
        .forEach(label -> conflicts.add(json(label)));
    return Json.object()
        .put("written", written)
        .put("labelled", labelled)
        .put("rejected", rejected)
        .put("rows_without_label", people.unlabelled())
        .put("rows_not_confirmed", people.unconfirmed())
        .put("rows_unreadable", Json.of(people.rejections().stream().map(Rejection::json).toList()))
        .put("not_in_corpus", List.copyOf(missing))
        .put("conflicts", Json.of(conflicts))
        .build();
  }

  private static Json.Obj json(Label label) {
    return Json.object()
        .put("id", label.id())
        .put("label", label.category())
        .put("by", label.annotator())
        .put("at", String.valueOf(label.at()))
        .build();
  }
}
