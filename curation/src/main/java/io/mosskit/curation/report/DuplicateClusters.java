package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Cluster;
import io.mosskit.curation.CurationSummary.Duplicates;
import io.mosskit.curation.CurationSummary.Member;
import io.mosskit.curation.CurationSummary.SizeCount;
import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The kept records that others duplicate.
record DuplicateClusters(CurationSummary summary) {
  static final String ID = "duplicates";
  static final String HEADING = "Duplicates";

  /// Where the ranges of sizes begin.
  private static final List<Integer> STARTS = List.of(2, 3, 4, 5, 10, 20, 50, 100, 1_000, 10_000);

  private static final int AT_SIGHT = 5;
  private static final int ID_AT_SIGHT = 60;
  private static final int EXCERPT_AT_SIGHT = 120;

  Section section() {
    Findings findings = new Findings(summary);
    Duplicates duplicates = summary.duplicates();
    List<Html> content = new ArrayList<>();
    content.add(Section.paragraph(findings.duplicateRule()));
    content.add(Section.paragraph(findings.duplicates()));
    if (!duplicates.sizes().isEmpty()) {
      content.add(Section.figure("Clusters by number of records, the kept one included", chart()));
      content.add(Section.details("The numbers of this chart", table()));
      content.add(element("h3", "Largest clusters"));
      content.addAll(largest(duplicates.largest()));
    }
    return new Section(ID, HEADING, content);
  }

  /// How many clusters have a size in a range, by the range.
  private Map<String, Long> clusters() {
    Map<Integer, Long> byRange = new TreeMap<>();
    for (SizeCount count : summary.duplicates().sizes()) {
      int range = 0;
      while (range + 1 < STARTS.size() && STARTS.get(range + 1) <= count.size()) {
        range++;
      }
      byRange.merge(range, count.clusters(), Long::sum);
    }
    Map<String, Long> labelled = new LinkedHashMap<>();
    byRange.forEach((range, clusters) -> labelled.put(label(range), clusters));
    return labelled;
  }

  private static String label(int range) {
    return range + 1 == STARTS.size()
        ? Figures.of(STARTS.getLast()) + " and more"
        : Figures.range(STARTS.get(range), STARTS.get(range + 1) - 1);
  }

  private Element chart() {
    List<BarChart.Bar> bars = new ArrayList<>();
    clusters()
        .forEach((size, number) -> bars.add(new BarChart.Bar(size, number, 0, Figures.of(number))));
    return new BarChart(
            "clusters-chart",
            "Clusters of duplicates by number of records",
            "A bar for each size of cluster; the table below has the numbers.",
            List.of(new BarChart.Group("", bars)))
        .svg();
  }

  private Element table() {
    Table table =
        new Table("clusters-table", "Clusters of duplicates").texts("Records").numbers("Clusters");
    clusters().forEach((size, number) -> table.row(size, Figures.of(number)));
    return table.html();
  }

  /// The largest clusters, the first of them at sight.
  private static List<Html> largest(List<Cluster> clusters) {
    List<Html> details = new ArrayList<>();
    for (Cluster cluster : clusters) {
      details.add(cluster(cluster, details.size() + 1));
    }
    if (details.size() <= AT_SIGHT + 1) {
      return details;
    }
    List<Html> first = new ArrayList<>(details.subList(0, AT_SIGHT));
    List<Html> rest = details.subList(AT_SIGHT, details.size());
    first.add(Section.details(Figures.of(rest.size()) + " further clusters", rest));
    return first;
  }

  private static List<Html> summary(Cluster cluster) {
    List<Html> summary = new ArrayList<>();
    summary.add(element("b", Figures.of(cluster.size(), "record")));
    summary.add(text(" like "));
    summary.add(element("code", Label.cut(cluster.kept(), ID_AT_SIGHT)));
    if (!cluster.excerpt().isBlank()) {
      summary.add(
          element("bdi", Label.cut(cluster.excerpt(), EXCERPT_AT_SIGHT)).with("class", "said"));
    }
    return summary;
  }

  /// @param place among the largest, from 1
  private static Element cluster(Cluster cluster, int place) {
    Table table =
        new Table("cluster-" + place, "Dropped for " + Excerpt.cut(cluster.kept()))
            .texts("Dropped record")
            .numbers("Similarity");
    for (Member member : cluster.dropped()) {
      table.row(
          element("code", Excerpt.cut(member.id())), text(Figures.decimal(member.score(), 3)));
    }
    List<Html> content = new ArrayList<>();
    if (!cluster.excerpt().isBlank()) {
      content.add(element("blockquote", cluster.excerpt()).with("dir", "auto"));
    }
    content.add(table.html());
    int more = cluster.size() - 1 - cluster.dropped().size();
    if (more > 0) {
      content.add(Section.paragraph(Figures.of(more) + " more are in clusters.tsv."));
    }
    return Section.details(summary(cluster), content);
  }
}
