package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Count;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.curation.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What the tags say of the records, facet by facet, and who says it.
record Tagging(CurationSummary summary) {
  static final String ID = "tags";
  static final String HEADING = "Tags";
  private static final String VALUES = "tag:";
  private static final String ORIGINS = "origin:";
  private static final Change NONE = new Change(0, 0);

  /// Empty where there are no tags.
  List<Section> sections() {
    List<String> facets = facets();
    if (facets.isEmpty()) {
      return List.of();
    }
    List<Html> content = new ArrayList<>();
    content.add(
        Section.paragraph(
            "A tag is declared by the record, given by a person, or told by a rule or a model. A record"
                + " can have several tags of a facet."));
    content.add(origins(facets));
    for (String facet : facets) {
      if (!facet.equals(Tag.CATEGORY)) { // shown with the languages
        content.addAll(facet(facet));
      }
    }
    return List.of(new Section(ID, HEADING, content));
  }

  private List<String> facets() {
    return summary.counts().stream()
        .map(Count::group)
        .filter(group -> group.startsWith(VALUES))
        .map(group -> group.substring(VALUES.length()))
        .distinct()
        .toList();
  }

  private Element origins(List<String> facets) {
    TreeSet<String> origins = new TreeSet<>();
    facets.forEach(facet -> originsOf(facet).forEach(count -> origins.add(count.name())));
    Table table = new Table("origins", "Kept records with a tag, by who gave it").texts("Facet");
    origins.forEach(table::numbers);
    for (String facet : facets) {
      List<String> cells = new ArrayList<>(List.of(facet));
      origins.forEach(origin -> cells.add(Figures.of(records(facet, origin).after())));
      table.row(cells);
    }
    return table.html();
  }

  private List<Count> originsOf(String facet) {
    return summary.counted(ORIGINS + facet);
  }

  private Change records(String facet, String origin) {
    return originsOf(facet).stream()
        .filter(count -> count.name().equals(origin))
        .map(Count::records)
        .findFirst()
        .orElse(NONE);
  }

  private List<Html> facet(String facet) {
    String id = "tags-" + (facets().indexOf(facet) + 1);
    Counts counts = new Counts(id, "Records by " + facet, summary.counted(VALUES + facet));
    List<Html> content = new ArrayList<>();
    content.add(Section.keptAndDropped(counts.title(), counts.chart()));
    content.add(Section.details("The numbers of this chart", counts.table("Tag")));
    content.addAll(counts.rest());
    return content;
  }
}
