package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Share;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The categories and languages of the records, before and after.
record Composition(CurationSummary summary) {
  static final String ID = "composition";
  static final String HEADING = "Categories and languages";

  private static final Change NONE = new Change(0, 0);

  Section section() {
    List<Html> content = new ArrayList<>();
    content.add(
        Section.paragraph(
            "The category is what a record declares or a person says, else what a model tells of it."
                + " The language is that of the user’s words, told by their script: zh is Chinese,"
                + " en English or another language in Latin letters."));
    if (summary.composition().isEmpty()) {
      content.add(Section.paragraph("No record could be read."));
    } else {
      content.add(Section.keptAndDropped("Records by category and language", chart()));
      content.add(table());
    }
    return new Section(ID, HEADING, content);
  }

  /// The languages that occur, in the order of their enum.
  List<String> languages() {
    return Arrays.stream(Language.values())
        .map(Language::label)
        .filter(summary.byLanguage()::containsKey)
        .toList();
  }

  /// The records of a category in a language.
  Change records(String category, String language) {
    for (Share share : summary.composition()) {
      if (share.category().equals(category) && share.language().equals(language)) {
        return share.records();
      }
    }
    return NONE;
  }

  private Element chart() {
    List<BarChart.Group> groups = new ArrayList<>();
    for (String category : summary.byCategory().keySet()) {
      List<BarChart.Bar> bars = new ArrayList<>();
      for (String language : languages()) {
        Change records = records(category, language);
        if (records.before() > 0) {
          bars.add(bar(language, records));
        }
      }
      groups.add(new BarChart.Group(category, bars));
    }
    return new BarChart(
            "composition-chart",
            "Records by category and language",
            "A group of bars for each category, a bar for each of its languages, with the kept records"
                + " before the dropped ones; the table below has the numbers.",
            groups)
        .svg();
  }

  private static BarChart.Bar bar(String language, Change records) {
    return new BarChart.Bar(
        language, records.after(), records.before() - records.after(), Counts.number(records));
  }

  private Element table() {
    Table table = new Table("composition-table", "Records in and kept").texts("Category");
    for (String language : languages()) {
      table.numbersOf(language, "In", "Kept");
    }
    table.numbersOf("All", "In", "Kept");
    Map<String, Change> all = summary.byCategory();
    all.forEach((category, sum) -> table.row(cells(category, sum)));
    return table.total(totals()).html();
  }

  private List<String> cells(String category, Change sum) {
    List<String> cells = new ArrayList<>();
    cells.add(category);
    for (String language : languages()) {
      add(records(category, language), cells);
    }
    add(sum, cells);
    return cells;
  }

  private List<String> totals() {
    List<String> cells = new ArrayList<>();
    cells.add("All");
    Map<String, Change> sums = summary.byLanguage();
    for (String language : languages()) {
      add(sums.getOrDefault(language, NONE), cells);
    }
    long before = sums.values().stream().mapToLong(Change::before).sum();
    long after = sums.values().stream().mapToLong(Change::after).sum();
    add(new Change(before, after), cells);
    return cells;
  }

  private static void add(Change records, List<String> cells) {
    cells.add(Figures.of(records.before()));
    cells.add(Figures.of(records.after()));
  }
}
