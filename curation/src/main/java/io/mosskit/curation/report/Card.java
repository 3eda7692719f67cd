package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Teacher;
import java.util.ArrayList;
import java.util.List;

/// `README.md`, a dataset card: what was measured and what was done, and no claims beyond that.
record Card(CurationSummary summary, ReportContext context) {
  private static final int MOST_TEACHERS = 20;

  /// The card as it stands in the file.
  String content() {
    CardNumbers numbers = new CardNumbers(summary);
    return String.join(
        "\n",
        new CardHeader(summary, context).text(),
        opening(),
        making(),
        numbers.curation(),
        numbers.composition(),
        fields(),
        limits(),
        licence(),
        reproduction());
  }

  private Findings findings() {
    return new Findings(summary);
  }

  private String opening() {
    String warning =
        findings()
            .rehearsal()
            .map(sentence -> "\n> **Not for training.** " + sentence + "\n")
            .orElse("");
    return """
    # %s

    %s for supervised fine-tuning, in the format of MOSS-003. %s
    """
            .formatted(
                Markdown.text(context.title()),
                Figures.of(summary.recordsKept(), "dialogue"),
                findings().result())
        + warning;
  }

  private String making() {
    List<Teacher> teachers =
        summary.provenance().teachers().stream()
            .filter(teacher -> teacher.records().after() > 0)
            .toList();
    StringBuilder text = new StringBuilder("## How it was made\n\n");
    text.append(findings().seeds()).append('\n');
    if (!teachers.isEmpty()) {
      text.append("\nWho wrote the records, as their lineages say:\n\n").append(table(teachers));
    }
    if (teachers.size() > MOST_TEACHERS) {
      text.append('\n')
          .append(Figures.of(teachers.size() - MOST_TEACHERS))
          .append(" more are in `stats.json`.\n");
    }
    return text.toString();
  }

  private static String table(List<Teacher> teachers) {
    List<List<String>> rows =
        teachers.stream()
            .limit(MOST_TEACHERS)
            .map(teacher ->
                List.of(
                    Markdown.text(Findings.described(teacher)),
                    Figures.of(teacher.records().after())))
            .toList();
    return Markdown.table(List.of("teacher", "records"), 1, rows);
  }

  private static String fields() {
    return """
    ## Fields

    `corpus.jsonl` holds a record on each line. What the toolkit adds to a record of MOSS-003 stands
    under `mosskit`.

    %s
    An invented record, indented here:

    %s\
    """
        .formatted(
            Markdown.table(List.of("field", "content"), 0, RecordForm.FIELDS),
            Markdown.fenced("json", RecordForm.example()));
  }

  private String limits() {
    List<String> limits = new ArrayList<>();
    findings().rehearsal().ifPresent(limits::add);
    limits.add(
        "No rule was applied to the records beyond those above; whether what the replies state"
            + " is true was not checked here.");
    limits.add("Duplicates are told by their words: what says the same in other words stays.");
    limits.add(
        "Languages are told by the script of the user’s words, so `en` may hold other languages"
            + " in Latin letters.");
    count(summary.untagged().after(), " has no category.", " have no category.", limits);
    count(unrecorded(), " does not say who wrote it.", " do not say who wrote them.", limits);
    return "## Limits\n\n- " + String.join("\n- ", limits) + "\n";
  }

  private static void count(long records, String ofOne, String ofMany, List<String> limits) {
    if (records > 0) {
      limits.add(Figures.of(records, "record") + (records == 1 ? ofOne : ofMany));
    }
  }

  private long unrecorded() {
    return summary.provenance().teachers().stream()
        .filter(teacher -> teacher.name().equals(CurationSummary.UNRECORDED))
        .mapToLong(teacher -> teacher.records().after())
        .sum();
  }

  private String licence() {
    String licence = context.licence();
    return "## Licence\n\n"
        + (licence == null
            ? "Nobody has stated a licence for this corpus. Before you publish it, state one that the"
                + " licences of its sources allow.\n"
            : Markdown.code(licence) + "\n")
        + sources();
  }

  /// The licences of seeds and personas, as the records carry them.
  private String sources() {
    List<List<String>> rows =
        summary.provenance().licences().stream()
            .filter(source -> source.records().after() > 0)
            .map(source ->
                List.of(Markdown.code(source.name()), Figures.of(source.records().after())))
            .toList();
    return rows.isEmpty()
        ? ""
        : "\nWhat records were made from stands, as they say themselves, under:\n\n"
            + Markdown.table(List.of("licence of the sources", "records"), 1, rows);
  }

  private String reproduction() {
    List<List<String>> files = new ArrayList<>();
    Reproduction.files(summary).forEach((name, what) -> files.add(List.of("`" + name + "`", what)));
    return """
    ## Files and reproduction

    %s
    Made on %s by mosskit %s with this command:

    %s\
    """
        .formatted(
            Markdown.table(List.of("file", "content"), 0, files),
            context.date(),
            Markdown.text(summary.version()),
            Markdown.fenced("sh", Visible.of(context.command())));
  }
}
