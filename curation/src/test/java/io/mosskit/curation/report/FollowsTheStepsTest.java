package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FollowsTheStepsTest {

  @ParameterizedTest
  @CsvSource({
    "read, not_json, READ",
    "filter, repetition, FILTER",
    "contamination, contaminated, CONTAMINATION",
    "duplicate, identical_record, EXACT",
    "duplicate, duplicate_id, EXACT",
    "duplicate, exact_duplicate, EXACT",
    "duplicate, near_duplicate, NEAR",
    "新的, 原因, OTHER"
  })
  void eachReasonBelongsToOne(String stage, String reason, Step step) {
    assertThat(Step.of(new Reason(stage, reason, 1, List.of()))).isEqualTo(step);
  }

  @Test
  void whatIsLeftAfterOneReachesTheNextUntilWhatIsKept() {
    CurationSummary summary = Summaries.small();
    List<Funnel.Passage> passages = new Funnel(summary).passages();
    assertThat(passages)
        .extracting(Funnel.Passage::step)
        .containsExactly(Step.READ, Step.FILTER, Step.EXACT, Step.NEAR);
    assertThat(passages.getFirst().reached()).isEqualTo(summary.recordsIn());
    for (int i = 1; i < passages.size(); i++) {
      assertThat(passages.get(i).reached()).isEqualTo(passages.get(i - 1).left());
    }
    assertThat(passages.getLast().left()).isEqualTo(summary.recordsKept());
  }

  @Test
  void oneThatWasNotTakenIsNotShown() {
    assertThat(new Funnel(Summaries.empty()).passages())
        .extracting(Funnel.Passage::step)
        .containsExactly(Step.READ, Step.EXACT, Step.NEAR);
  }

  @Test
  void sectionsWithoutContentAreLeftOut() {
    assertThat(sections(Summaries.small()))
        .containsExactly(
            "records",
            "composition",
            "turns",
            "lengths",
            "tags",
            "private",
            "contamination",
            "duplicates",
            "origin",
            "reproduction");
    assertThat(sections(Summaries.empty())).doesNotContain("tags", "private", "contamination");
  }

  private static List<String> sections(CurationSummary summary) {
    Document page = Pages.page(summary);
    return Pages.all(page, "section").stream().map(section -> section.getAttribute("id")).toList();
  }

  @Test
  void aLabelThatIsLongForAPhoneStandsAboveItsBar() {
    Element svg = bars("a-name-that-takes-the-whole-line", "二");
    assertThat(svg.getAttribute("height")).isEqualTo("82");
    assertThat(Pages.all(svg, "rect"))
        .allSatisfy(bar -> assertThat(bar.getAttribute("x")).isEqualTo("0.00%"));
    assertThat(Pages.all(bars("one", "二"), "rect"))
        .allSatisfy(bar -> assertThat(bar.getAttribute("x")).isEqualTo("8.00%"));
  }

  private static Element bars(String first, String second) {
    List<BarChart.Bar> bars =
        List.of(new BarChart.Bar(first, 3, 0, "3"), new BarChart.Bar(second, 2, 0, "2"));
    Html.Element svg = new BarChart("x", "标题", "text", List.of(new BarChart.Group("", bars))).svg();
    return Pages.tree(HtmlText.of(svg));
  }
}
