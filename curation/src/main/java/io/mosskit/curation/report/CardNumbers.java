package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Lengths;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.filter.Filter;
import io.mosskit.curation.filter.Profile.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The parts of a dataset card that consist of numbers.
record CardNumbers(CurationSummary summary) {

  /// What was done, and how many records it cost.
  String curation() {
    Findings findings = new Findings(summary);
    return """
    ## Curation

    mosskit %s read %s from %s and kept %s.

    %s
    %s

    %s %s
    """
        .formatted(
            Markdown.text(summary.version()),
            Figures.of(summary.recordsIn(), "record"),
            Figures.of(summary.inputs().size(), "file"),
            Figures.of(summary.recordsKept()),
            reasons(findings),
            filters(),
            findings.duplicateRule(),
            findings.duplicates());
  }

  private static String reasons(Findings findings) {
    List<List<String>> rows = new ArrayList<>();
    for (Reason reason : findings.reasons()) {
      rows.add(
          List.of(
              Markdown.code(reason.reason()),
              Markdown.text(reason.stage()),
              Figures.of(reason.count())));
    }
    return rows.isEmpty()
        ? "Nothing was dropped.\n"
        : Markdown.table(List.of("dropped for", "stage", "records"), 1, rows);
  }

  private String filters() {
    List<String> dropping = filters(Action.DROP);
    List<String> tagging = filters(Action.TAG);
    if (dropping.isEmpty() && tagging.isEmpty()) {
      return "No filter was asked.";
    }
    List<String> sentences = new ArrayList<>();
    if (!dropping.isEmpty()) {
      sentences.add(
          "The filters, in the order in which they were asked: "
              + String.join(", ", dropping)
              + ".");
    }
    if (!tagging.isEmpty()) {
      sentences.add("Those that tag and do not drop: " + String.join(", ", tagging) + ".");
    }
    return String.join(" ", sentences);
  }

  private List<String> filters(Action action) {
    return summary.plan().profile().filters(action).stream().map(CardNumbers::described).toList();
  }

  private static String described(Filter filter) {
    String limits =
        filter.limits().members().entrySet().stream()
            .map(limit -> Findings.words(limit.getKey()) + " " + Figures.of(limit.getValue()))
            .collect(Collectors.joining(", "));
    String name = Markdown.code(filter.name());
    return limits.isEmpty() ? name : name + " (" + Markdown.text(limits) + ")";
  }

  /// What is in the corpus.
  String composition() {
    if (summary.recordsKept() == 0) {
      return "## Composition\n\nThe corpus is empty.\n";
    }
    return """
    ## Composition

    %s
    %s
    %s
    """
        .formatted(shares(), turns(), lengths());
  }

  private String shares() {
    Composition composition = new Composition(summary);
    List<String> heads = new ArrayList<>(List.of("category"));
    heads.addAll(composition.languages());
    heads.add("all");
    List<List<String>> rows = new ArrayList<>();
    summary
        .byCategory()
        .forEach((category, all) -> {
          if (all.after() > 0) {
            rows.add(row(category, composition, all));
          }
        });
    return Markdown.table(heads, heads.size() - 1, rows);
  }

  private static List<String> row(String category, Composition composition, Change all) {
    List<String> row = new ArrayList<>(List.of(Markdown.text(category)));
    for (String language : composition.languages()) {
      row.add(Figures.of(composition.records(category, language).after()));
    }
    row.add(Figures.of(all.after()));
    return row;
  }

  private String turns() {
    TurnSpan span = TurnSpan.of(summary.turns());
    return span.least() == span.most()
        ? "Each dialogue has %s.".formatted(Figures.of(span.most(), "turn"))
        : "A dialogue has %s to %s, %s on average."
            .formatted(
                Figures.of(span.least()),
                Figures.of(span.most(), "turn"),
                Figures.decimal(span.mean(), 1));
  }

  private String lengths() {
    return summary.lengths().stream().map(CardNumbers::described).collect(Collectors.joining(" "));
  }

  private static String described(Lengths lengths) {
    return "Half of the %s have at most %s, 99%% at most %s, the longest %s."
        .formatted(
            lengths.role().equals("user") ? "user turns" : "replies",
            Figures.of(lengths.after().p50(), "character"),
            Figures.of(lengths.after().p99()),
            Figures.of(lengths.after().max()));
  }
}
