package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Curation;
import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.Dialogues;
import io.mosskit.curation.privacy.ScrubPlan;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class SaysWhatToLookAtTest {
  private static final String ZH = "请问快速排序算法的平均时间复杂度是多少？";
  private static final String EN = "What is the average running time of quick sort?";
  private static final List<String> LABELS =
      List.of(
          "brainstorming",
          "code",
          "complex-instruction",
          "role-playing",
          "writing",
          "harmless",
          "honest");

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();

  private CurationSummary curated(CurationPlan plan) throws IOException {
    Path input = Files.write(folder.resolve("in.jsonl"), lines);
    return Curation.run(Corpus.of(input), plan, folder.resolve("out"), Progress.NONE);
  }

  private List<String> said() throws IOException {
    return said(curated(CurationPlan.standard()));
  }

  private static List<String> said(CurationSummary summary) {
    return new Highlights(summary).all().stream().map(Highlight::sentence).toList();
  }

  private void add(Conversation dialogue) {
    lines.add(MossJson.line(dialogue));
  }

  /// Two teachers, all seven kinds, nothing dropped: nothing to look at.
  private void addUnremarkable() {
    for (int i = 0; i < 14; i++) {
      String user =
          (char) ('A' + i) + "-" + Integer.toString(i * 7919, 36) + " 问题" + (char) (0x5000 + i);
      add(
          new Lineage(
                  List.of(), List.of(), null, "teacher-" + i % 2, List.of(), List.of(), List.of())
              .writeTo(
                  Dialogues.of("u" + i, user, "Answer 答案 " + i).withCategory(LABELS.get(i % 7))));
    }
  }

  @Test
  void nothingWhereNothingIsRemarkable() throws IOException {
    addUnremarkable();
    assertThat(said()).isEmpty();
    assertThat(said(Summaries.empty())).isEmpty();
  }

  @Test
  void aReasonThatDropsManyAndWhatCannotBeRead() throws IOException {
    addUnremarkable();
    add(Dialogues.of("e1", EN, "").withCategory("code"));
    assertThat(said()).isEmpty();
    add(Dialogues.of("e2", ZH, " ").withCategory("code"));
    lines.add("no json");
    assertThat(said())
        .containsExactly(
            "11.8% of the records were dropped as “empty reply”.",
            "5.9% of the records cannot be read: “not json”.");
  }

  @Test
  void aLargeCluster() throws IOException {
    addUnremarkable();
    for (int i = 0; i < 10; i++) {
      add(Dialogues.of("c" + i, ZH, "答案" + i).withCategory("code"));
    }
    CurationPlan plan =
        CurationPlan.standard()
            .withDuplicates(CurationPlan.standard().duplicates().withMaxClusterShare(1));
    assertThat(said(curated(plan)))
        .contains("10 records duplicate one another: see whether they ask for the same.");
  }

  @Test
  void categoriesThatAreLostOrMissingAndTeachersThatAreAlone() throws IOException {
    add(Dialogues.of("1", ZH, "平均是 O(n log n)。").withCategory("code"));
    add(Dialogues.of("2", EN, "").withCategory("writing"));
    assertThat(said())
        .contains(
            "All records of writing were dropped.",
            "Of MOSS’s seven kinds of dialogue without plugins, brainstorming, complex-instruction,"
                + " role-playing, harmless and honest are missing.",
            "No kept record says which teacher wrote it.");
    lines.clear();
    add(
        new Lineage(List.of(), List.of(), null, "老师", List.of(), List.of(), List.of())
            .writeTo(Dialogues.of("1", ZH, "平均是 O(n log n)。").withCategory("code")));
    assertThat(said()).contains("One teacher wrote all kept records: 老师.");
  }

  @Test
  void whatIsPrivateAndWhatIsContaminated() throws IOException {
    assertThat(said(Summaries.small()))
        .startsWith(
            "Stretches of evaluation sets were found: ceval in 3 records. None of these records is"
                + " kept.")
        .contains("31 occurrences of private data and secrets were replaced.");
    addUnremarkable();
    add(Dialogues.of("p", "我的邮箱是 li.lei@example-mail.cn ，请记下。", "好的。").withCategory("code"));
    lines.add("broken: han.meimei@example-mail.cn");
    CurationSummary summary = curated(CurationPlan.standard().withScrub(ScrubPlan.standard()));
    assertThat(said(summary)).contains("1 occurrence of private data and secrets was replaced.");
    assertThat(new Page(summary, Summaries.CONTEXT).content())
        .contains("Not shown: in what cannot be read")
        .doesNotContain("li.lei", "han.meimei", "broken:");
  }

  @Test
  void eachLeadsToASectionOfThePage() {
    List<Element> links =
        Pages.all(Pages.all(Pages.page(Summaries.small()), "header").getFirst(), "a");
    assertThat(links).hasSize(new Highlights(Summaries.small()).all().size());
    List<String> sections =
        Pages.all(Pages.page(Summaries.small()), "section").stream()
            .map(section -> "#" + section.getAttribute("id"))
            .toList();
    assertThat(links).allSatisfy(link -> assertThat(sections).contains(link.getAttribute("href")));
  }
}
