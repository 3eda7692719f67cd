package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Lengths;
import io.mosskit.curation.CurationSummary.Quantiles;
import io.mosskit.curation.CurationSummary.Range;
import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long the texts of the users and the replies are.
record TextLengths(CurationSummary summary) {

  Section section() {
    List<Html> content = new ArrayList<>();
    content.add(
        Section.paragraph(
            "In characters (code points), each turn by itself, without markers. A column counts the texts"
                + " whose length is at least the number at its left edge and below the next one."));
    for (Lengths lengths : summary.lengths()) {
      if (lengths.before().count() > 0) {
        content.add(Section.keptAndDropped(caption(lengths), chart(lengths)));
        content.add(Section.details("The numbers of this chart", table(lengths)));
      }
    }
    content.add(quantiles());
    return new Section("lengths", "Lengths", content);
  }

  private static String caption(Lengths lengths) {
    return lengths.role().equals("user") ? "User turns by length" : "Replies by length";
  }

  /// From the first range that holds a text.
  private static List<Range> ranges(Lengths lengths) {
    return lengths.histogram().stream().dropWhile(range -> range.texts().before() == 0).toList();
  }

  private static Element chart(Lengths lengths) {
    return new Histogram(
            lengths.role() + "-lengths",
            caption(lengths),
            "A column for each range of lengths, the dropped texts on top of the kept ones; the table"
                + " below has the numbers.",
            ranges(lengths).stream()
                .map(range -> new Histogram.Column(Figures.brief(range.from()), range.texts()))
                .toList(),
            Optional.of(Figures.brief(ranges(lengths).getLast().to() + 1L)))
        .svg();
  }

  private static Element table(Lengths lengths) {
    Table table =
        new Table(lengths.role() + "-lengths-table", caption(lengths))
            .texts("Characters")
            .numbers("In", "Kept");
    for (Range range : ranges(lengths)) {
      table.row(
          Figures.range(range.from(), range.to()),
          Figures.of(range.texts().before()),
          Figures.of(range.texts().after()));
    }
    return table.html();
  }

  private Element quantiles() {
    Table table =
        new Table("quantiles", "Lengths that a share of the texts does not exceed")
            .texts("Texts")
            .numbers("Number", "Least", "10%", "25%", "Half", "75%", "90%", "99%", "Most");
    for (Lengths lengths : summary.lengths()) {
      table.row(quantiles(lengths.role() + ", in", lengths.before()));
      table.row(quantiles(lengths.role() + ", kept", lengths.after()));
    }
    return table.html();
  }

  private static List<String> quantiles(String texts, Quantiles quantiles) {
    return List.of(
        texts,
        Figures.of(quantiles.count()),
        Figures.of(quantiles.min()),
        Figures.of(quantiles.p10()),
        Figures.of(quantiles.p25()),
        Figures.of(quantiles.p50()),
        Figures.of(quantiles.p75()),
        Figures.of(quantiles.p90()),
        Figures.of(quantiles.p99()),
        Figures.of(quantiles.max()));
  }
}
