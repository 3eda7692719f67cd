package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What it takes to make the corpus again, and where the files of this run are.
record Reproduction(CurationSummary summary, ReportContext context) {
  /// The files of a run and what is in them.
  static Map<String, String> files(CurationSummary summary) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("corpus.jsonl", "the kept records, one on a line");
    files.put(
        "rejected.jsonl", "the dropped records, each with the reason and the values behind it");
    files.put("clusters.tsv", "each duplicate with the kept record and their similarity");
    files.put("stats.json", "the numbers of this report");
    files.put(CurationReport.PAGE, "this report");
    files.put(CurationReport.CARD, "the dataset card");
    if (summary.recordsKept() > 0) {
      files.put(CorpusCard.CROISSANT, "the dataset card for machines");
    }
    return files;
  }

  Section section() {
    List<Html> content = new ArrayList<>();
    content.add(
        Section.paragraph(
            "The same input and settings give the same corpus.jsonl, rejected.jsonl and clusters.tsv,"
                + " byte for byte. This is the command:"));
    content.add(
        element("pre", element("code", context.command()))
            .with("tabindex", "0")
            .with("role", "region")
            .with("aria-label", "Command"));
    content.add(settings());
    content.add(fileTable());
    return new Section("reproduction", "Settings and files", content);
  }

  private Element settings() {
    Table table =
        new Table("settings", "Settings, named as in stats.json").texts("Setting", "Value");
    if (summary.json().get("settings") instanceof Json.Obj settings) {
      flatten("", settings, table);
    }
    return table.html();
  }

  private static void flatten(String prefix, Json.Obj object, Table table) {
    object.members().forEach((name, value) -> flattenMember(prefix + name, value, table));
  }

  private static void flattenMember(String name, Json value, Table table) {
    switch (value) {
      case Json.Obj object when !object.members().isEmpty() -> flatten(name + ".", object, table);
      case Json.Obj _ -> table.row(Section.identifier(name), text("on"));
      case Json.Arr(List<Json> elements) when holdsObjects(elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          table.row(Section.identifier(name + "." + (i + 1)), text(inLine(elements.get(i))));
        }
      }
      case Json.Arr _ -> table.row(Section.identifier(name), text(inLine(value)));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ ->
          table.row(Section.identifier(name), text(Figures.of(value)));
    }
  }

  private static boolean holdsObjects(List<Json> elements) {
    return elements.stream().anyMatch(Json.Obj.class::isInstance);
  }

  /// A value on one line: `rule too_long · action drop · limits max_characters 100,000`.
  private static String inLine(Json value) {
    return switch (value) {
      case Json.Obj object ->
          object.members().entrySet().stream()
              .filter(member -> !member.getValue().equals(Json.Obj.EMPTY))
              .map(member -> member.getKey() + " " + inLine(member.getValue()))
              .collect(Collectors.joining(" · "));
      case Json.Arr(List<Json> elements) ->
          elements.stream().map(Reproduction::inLine).collect(Collectors.joining(", "));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Figures.of(value);
    };
  }

  private Element fileTable() {
    Table table = new Table("files", "Files beside this one").texts("File", "Content");
    files(summary)
        .forEach((name, what) -> table.row(element("a", name).with("href", name), text(what)));
    return table.html();
  }
}
