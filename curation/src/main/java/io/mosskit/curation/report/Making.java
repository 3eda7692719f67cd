package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Input;
import io.mosskit.curation.CurationSummary.Licence;
import io.mosskit.curation.CurationSummary.Teacher;
import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.List;

/// How the records were made, and from which files they came.
record Making(CurationSummary summary) {
  static final String ID = "origin";
  static final String HEADING = "Origin";

  /// More teachers or files than these are left to `stats.json`.
  private static final int MOST = 100;

  Section section() {
    List<Html> content = new ArrayList<>();
    content.add(
        Section.paragraph(
            "What the lineages of the records say. " + new Findings(summary).seeds()));
    List<Teacher> teachers = summary.provenance().teachers();
    if (!teachers.isEmpty()) {
      content.add(teachers(teachers));
      rest(teachers.size(), content);
    }
    List<Licence> licences = summary.provenance().licences();
    if (!licences.isEmpty()) {
      content.add(licences(licences));
      rest(licences.size(), content);
    }
    content.add(inputs());
    rest(summary.inputs().size(), content);
    return new Section(ID, HEADING, content);
  }

  private static void rest(int all, List<Html> content) {
    if (all > MOST) {
      content.add(Section.paragraph(Figures.of(all - MOST) + " more are in stats.json."));
    }
  }

  private static Element teachers(List<Teacher> teachers) {
    Table table =
        new Table("teachers", "Records by the teacher that wrote them")
            .texts("Teacher")
            .numbers("In", "Kept");
    for (Teacher teacher : teachers.stream().limit(MOST).toList()) {
      table.row(
          Excerpt.cut(Findings.described(teacher)),
          Figures.of(teacher.records().before()),
          Figures.of(teacher.records().after()));
    }
    return table.html();
  }

  private static Element licences(List<Licence> licences) {
    Table table =
        new Table("licences", "Records by the licence under which their sources stand")
            .texts("Licence")
            .numbers("In", "Kept");
    for (Licence licence : licences.stream().limit(MOST).toList()) {
      table.row(
          Excerpt.cut(licence.name()),
          Figures.of(licence.records().before()),
          Figures.of(licence.records().after()));
    }
    return table.html();
  }

  private Element inputs() {
    Table table =
        new Table("inputs", "Input files").texts("File").numbers("Size", "Records", "Kept");
    for (Input input : summary.inputs().stream().limit(MOST).toList()) {
      table.row(
          element("code", input.file().toString()),
          text(Figures.bytes(input.bytes())),
          text(Figures.of(input.records())),
          text(Figures.of(input.kept())));
    }
    return table
        .total(
            "All files",
            Figures.bytes(summary.inputs().stream().mapToLong(Input::bytes).sum()),
            Figures.of(summary.inputs().stream().mapToLong(Input::records).sum()),
            Figures.of(summary.inputs().stream().mapToLong(Input::kept).sum()))
        .html();
  }
}
